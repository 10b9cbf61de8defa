#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/error.h"
#include "repository/handle.h"

#define FOLDER (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

int
ard_disk_open_parent (int root, const char *path, const char **name)
{
  int folder = fcntl (root, F_DUPFD_CLOEXEC, 0);

  for (const char *slash; folder >= 0 && (slash = strchr (path, '/')); path = slash + 1) {
    g_autofree char *part = g_strndup (path, (gsize) (slash - path));
    int next = openat (folder, part, FOLDER);
    int reason = errno;

    close (folder);
    errno = reason;
    folder = next;
  }
  *name = path;
  return folder;
}

static int
open_file (int root, const char *path)
{
  const char *name;
  int folder = ard_disk_open_parent (root, path, &name), file, reason;

  if (folder < 0)
    return -1;
  file = openat (folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  reason = errno;
  close (folder);
  errno = reason;
  return file;
}

/* A file that shrinks or grows while it is read gives what was there, up to its size at the start. */
static GBytes *
read_file (int file, gint64 max_bytes)
{
  struct stat about;

  if (fstat (file, &about) != 0)
    return NULL;
  if (!S_ISREG (about.st_mode) || about.st_size > max_bytes) {
    errno = S_ISREG (about.st_mode) ? EFBIG : EINVAL;
    return NULL;
  }

  gsize size = (gsize) about.st_size, done = 0;
  g_autofree char *data = g_malloc (size + 1);

  while (done < size) {
    ssize_t got = read (file, data + done, size - done);

    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return NULL;
    if (got == 0)
      break;
    done += (gsize) got;
  }
  return g_bytes_new_take (g_steal_pointer (&data), done);
}

GBytes *
ard_disk_read (int root, const char *path, gint64 max_bytes, GError **error)
{
  int file = open_file (root, path);
  GBytes *bytes = file >= 0 ? read_file (file, max_bytes) : NULL;
  int reason = errno;

  if (file >= 0)
    close (file);
  if (bytes == NULL)
    g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY, "\"%s\" cannot be read: %s", path, g_strerror (reason));
  return bytes;
}

GBytes *
ard_work_tree_bytes (const ArdRepository *repository, const char *path, gint64 max_bytes, GError **error)
{
  int root = open (repository->root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int reason = errno;

  if (root < 0) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_REPOSITORY, "\"%s\" cannot be opened: %s", repository->root,
                 g_strerror (reason));
    return NULL;
  }

  GBytes *bytes = ard_disk_read (root, path, max_bytes, error);

  close (root);
  return bytes;
}
