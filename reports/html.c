#include "reports/html.h"

#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#include "model/error.h"
#include "model/resource.h"
#include "reports/render.h"

#define FOLDER "templates/html"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xsltStylesheet, xsltFreeStylesheet)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xsltTransformContext, xsltFreeTransformContext)

/* libxml2's and libxslt's messages: collected, never printed. */
static void G_GNUC_PRINTF (2, 3) collect (void *data, const char *format, ...)
{
  GString *text = data;
  va_list arguments;

  va_start (arguments, format);
  if (text->len < 2000)
    g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static char *
read_asset (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER "/", name, NULL);
  g_autoptr (GBytes) bytes = ard_resource_read (path, error);

  if (!bytes)
    return NULL;
  return g_strdup (g_bytes_get_size (bytes) > 0 ? g_bytes_get_data (bytes, NULL) : "");
}

static xmlDoc *
parse_template (const char *name, GError **error)
{
  g_autofree char *text = read_asset (name, error);
  xmlDoc *doc;

  if (!text)
    return NULL;
  doc = xmlReadMemory (text, (int) strlen (text), name, "UTF-8",
                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (!doc)
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "the template \"" FOLDER "/%s\" is not well-formed XML", name);
  return doc;
}

/* report.xsl, with the templates of the folder's other sheets appended to it. */
static xmlDoc *
join_templates (GError **error)
{
  g_autoptr (xmlDoc) sheet = parse_template ("report.xsl", error);
  g_auto (GStrv) names = ard_resource_list (FOLDER);

  if (!sheet)
    return NULL;
  for (guint i = 0; names[i]; i++) {
    if (!g_str_has_suffix (names[i], ".xsl") || strcmp (names[i], "report.xsl") == 0)
      continue;

    g_autoptr (xmlDoc) part = parse_template (names[i], error);

    if (!part)
      return NULL;
    for (xmlNode *node = xmlDocGetRootElement (part)->children; node; node = node->next)
      xmlAddChild (xmlDocGetRootElement (sheet), xmlDocCopyNode (node, sheet, 1));
  }
  return g_steal_pointer (&sheet);
}

static xsltStylesheet *
load_stylesheet (GString *messages, GError **error)
{
  g_autoptr (xmlDoc) doc = join_templates (error);
  xsltStylesheet *sheet;

  if (!doc)
    return NULL;
  sheet = xsltParseStylesheetDoc (doc);
  if (sheet)
    (void) g_steal_pointer (&doc);
  else
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "the templates in \"" FOLDER "\" are not a stylesheet: %s",
                 messages->str);
  return sheet;
}

static char *
digest (const char *text)
{
  guint8 bytes[32];
  gsize size = sizeof bytes;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *base64 = NULL;

  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
  g_checksum_get_digest (checksum, bytes, &size);
  base64 = g_base64_encode (bytes, size);
  return g_strconcat ("'sha256-", base64, "'", NULL);
}

/* <asset name digest>text</asset>, the digest as a content security policy names it. */
static gboolean
add_asset (xmlNode *root, const char *name, GError **error)
{
  g_autofree char *text = read_asset (name, error);
  g_autofree char *hash = NULL;
  xmlNode *node;

  if (!text)
    return FALSE;
  g_strstrip (text);
  hash = digest (text);
  node = xmlNewTextChild (root, NULL, BAD_CAST "asset", BAD_CAST text);
  xmlNewProp (node, BAD_CAST "name", BAD_CAST name);
  xmlNewProp (node, BAD_CAST "digest", BAD_CAST hash);
  return TRUE;
}

static xmlDoc *
build_document (const ArdHtml *html, GError **error)
{
  g_autoptr (xmlDoc) doc = ard_html_document (html);
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autofree char *map = ard_html_map (html->ledger);

  xmlNewTextChild (root, NULL, BAD_CAST "map", BAD_CAST map);
  if (!add_asset (root, "report.css", error) || !add_asset (root, "report.js", error) ||
      !add_asset (root, "d3-hierarchy.js", error))
    return NULL;
  return g_steal_pointer (&doc);
}

static GBytes *
transform (const ArdHtml *html, xsltStylesheet *sheet, xmlDoc *doc, GString *messages, GError **error)
{
  g_autoptr (xsltTransformContext) context = xsltNewTransformContext (sheet, doc);
  g_autoptr (xmlDoc) page = NULL;
  xmlChar *text = NULL;
  int size = 0;

  xsltSetTransformErrorFunc (context, messages, collect);
  ard_html_register (context, html);
  page = xsltApplyStylesheetUser (sheet, doc, NULL, NULL, NULL, context);
  if (!page || context->state != XSLT_STATE_OK || xsltSaveResultToString (&text, &size, page, sheet) < 0 || !text) {
    g_set_error (error, ARD_ERROR, ARD_ERROR_USAGE, "the templates in \"" FOLDER "\" failed: %s",
                 g_strstrip (messages->str));
    return NULL;
  }
  return g_bytes_new_with_free_func (text, (gsize) size, (GDestroyNotify) xmlFree, text);
}

GBytes *
ard_render_html (const ArdLedger *ledger, const char *lang, GError **error)
{
  g_autoptr (ArdMessages) words = ard_messages_new (lang, error);
  g_autoptr (GString) messages = g_string_new (NULL);
  g_autoptr (xsltStylesheet) sheet = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  ArdHtml html = { ledger, words };

  if (!words)
    return NULL;
  xmlSetGenericErrorFunc (messages, collect);
  xsltSetGenericErrorFunc (messages, collect);
  sheet = load_stylesheet (messages, error);
  if (sheet)
    doc = build_document (&html, error);

  GBytes *page = doc ? transform (&html, sheet, doc, messages, error) : NULL;

  xmlSetGenericErrorFunc (NULL, NULL);
  xsltSetGenericErrorFunc (NULL, NULL);
  return page;
}
