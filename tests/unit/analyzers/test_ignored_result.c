#include "coupled.h"
#include "errors.h"

#define DROPPED ARD_TRAIT_DISCARDED
#define VOIDED ARD_TRAIT_VOIDED

static double
value (const char *language, const char *callee, guint32 traits)
{
  return value_in (&ard_analyzer_ignored_result, "a", language, "f", ARD_CAPTURE_CALL, callee, traits);
}

static double
words (const char *language, const char *text)
{
  return value_in (&ard_analyzer_ignored_result, "a", language, "f", ARD_CAPTURE_IGNORED, text, 0);
}

/* A file with an import and a dropped call: the value of the finding, 0 for none. */
static double
value_with (const char *language, const char *import, const char *callee)
{
  Facts facts = facts_new ();
  double result;

  add_source (&facts, "a", language);
  add_row (&facts, ARD_CAPTURE_IMPORT, ARD_NONE, import, 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, callee, DROPPED, ARD_NONE);
  result = run_one (&facts, &ard_analyzer_ignored_result) ? found (&facts, 0)->value : 0;
  facts_free (&facts);
  return result;
}

START_TEST (calls_of_the_tables_are_findings_when_their_value_is_dropped)
{
  ck_assert_double_eq (value ("C", "rename", DROPPED), 2);
  ck_assert_double_eq (value ("C", "setuid", DROPPED), 2);
  ck_assert_double_eq (value ("C", "write", DROPPED), 1.5);
  ck_assert_double_eq (value ("C++", "::write", DROPPED), 1.5);
  ck_assert_double_eq (value ("C++", "std::fwrite", DROPPED), 0);
  ck_assert_double_eq (value ("C", "MoveFileExW", DROPPED), 2);
  ck_assert_double_eq (value ("Go", "os.Rename", DROPPED), 2);
  ck_assert_double_eq (value ("Go", "json.NewDecoder(r.Body).Decode", DROPPED), 1.5);
  ck_assert_double_eq (value ("Python", "os.system", DROPPED), 0);
  ck_assert_double_eq (value ("PHP", "rename", DROPPED), 2);
  ck_assert_double_eq (value ("Lua", "os.rename", DROPPED), 2);
  ck_assert_double_eq (value ("Lua", "pcall", DROPPED), 0);
}
END_TEST

START_TEST (a_log_that_is_not_turned_is_a_question)
{
  ck_assert_double_eq (
      value_in (&ard_analyzer_ignored_result, "a", "C", "rotate_logs", ARD_CAPTURE_CALL, "rename", DROPPED), 0.5);
  ck_assert_double_eq (
      value_in (&ard_analyzer_ignored_result, "a", "C", "save_dialog", ARD_CAPTURE_CALL, "rename", DROPPED), 2);
}
END_TEST

START_TEST (a_value_that_is_taken_or_dropped_on_purpose_is_none)
{
  ck_assert_double_eq (value ("C", "rename", 0), 0);
  ck_assert_double_eq (value ("C", "rename", VOIDED), 0);
  ck_assert_double_eq (value ("C", "printf", DROPPED), 0);
  ck_assert_double_eq (value ("C", "close", DROPPED), 0);
  ck_assert_double_eq (value ("C", "ops->write", DROPPED), 0);
  ck_assert_double_eq (value ("C++", "file.write", DROPPED), 0);
  ck_assert_double_eq (value ("Go", "buf.Write", DROPPED), 0);
  ck_assert_double_eq (value ("Go", "f.Close", DROPPED), 0);
  ck_assert_double_eq (value ("Python", "rename", DROPPED), 0);
}
END_TEST

START_TEST (go_s_blank_and_a_comment_say_that_it_is_meant)
{
  ck_assert_double_eq (value ("Go", "os.WriteFile", DROPPED), 2);
  ck_assert_double_eq (value ("Go", "os.WriteFile", VOIDED), 0);
  ck_assert_double_eq (value ("Go", "os.WriteFile", DROPPED | ARD_TRAIT_COMMENTED), 0);
  ck_assert_double_eq (value ("C", "rename", DROPPED | ARD_TRAIT_COMMENTED), 0);
}
END_TEST

START_TEST (what_cannot_fail_and_what_mostly_fills_memory_are_none)
{
  ck_assert_double_eq (value_with ("Go", "crypto/rand", "rand.Read"), 0);
  ck_assert_double_eq (value ("Go", "binary.Write", DROPPED), 0);
  ck_assert_double_eq (value ("Go", "binary.Read", DROPPED), 1.5);
}
END_TEST

/* Findings of a dropped call in a function of that name, and of another behind it when more. */
static double
found_in (const char *language, const char *import, const char *function, const char *callee, gboolean more)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a", language);
  add_function (&facts, function);
  add_row (&facts, ARD_CAPTURE_IMPORT, ARD_NONE, import, 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, callee, DROPPED, ARD_NONE);
  if (more)
    add_row (&facts, ARD_CAPTURE_CALL, 0, "write_all", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "other", 0, ARD_NONE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (what_is_made_or_deleted_shows_at_the_next_call_or_is_asked_for)
{
  ck_assert_double_eq (found_in ("Go", "os", "prepare", "os.MkdirAll", FALSE), 0.5);
  ck_assert_double_eq (found_in ("Go", "os", "prepare", "os.MkdirAll", TRUE), 0);
  ck_assert_double_eq (found_in ("Java", "java.io.File", "removeUser", "user.delete", FALSE), 0.5);
  ck_assert_double_eq (found_in ("Java", "java.io.File", "removeUser", "user.delete", TRUE), 0);
  ck_assert_double_eq (found_in ("Java", "java.io.File", "cleanUp", "user.delete", FALSE), 0);
  ck_assert_double_eq (found_in ("Lua", "lfs", "removeUser", "os.remove", FALSE), 0.5);
  ck_assert_double_eq (found_in ("Java", "java.io.File", "removeUser", "tmpFile.delete", FALSE), 0);
  ck_assert_double_eq (found_in ("Java", "java.util.List", "removeUser", "users.delete", FALSE), 0);
  ck_assert_double_eq (found_in ("Lua", "lfs", "prepare", "lfs.mkdir", FALSE), 0.5);
  ck_assert_double_eq (value ("C", "mkdir", DROPPED), 0);
}
END_TEST

START_TEST (beside_an_error_go_gives_nil)
{
  ck_assert_double_eq (value ("Go", "os.Open", VOIDED | ARD_TRAIT_UNLOOKED), 1.5);
  ck_assert_double_eq (value ("Go", "os.Open", VOIDED), 0);
  ck_assert_double_eq (value ("Go", "os.Open", 0), 0);
  ck_assert_double_eq (value ("Go", "os.Rename", VOIDED | ARD_TRAIT_UNLOOKED), 0);
}
END_TEST

START_TEST (what_may_be_nothing_and_is_used_unseen_is_a_finding)
{
  ck_assert_double_eq (value ("C", "fopen", ARD_TRAIT_UNLOOKED), 1.5);
  ck_assert_double_eq (value ("C", "malloc", ARD_TRAIT_UNLOOKED), 1);
  ck_assert_double_eq (value ("C", "fopen", 0), 0);
}
END_TEST

/* Findings of so many pieces of memory that nobody looks at, beside one that is looked at. */
static double
memory_in (guint unlooked)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a.c", "C");
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "malloc", 0, ARD_NONE);
  for (guint i = 0; i < unlooked; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "malloc", ARD_TRAIT_UNLOOKED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (who_hardly_looks_at_memory_is_asked_and_who_never_does_takes_it_for_endless)
{
  ck_assert_double_eq (memory_in (5), 5);
  ck_assert_double_eq (memory_in (6), 3);
  ck_assert_double_eq (memory_in (30), 15);
  ck_assert_double_eq (memory_in (31), 0);
}
END_TEST

/* Findings of fwrite between fopen and fclose, what closes with those traits. */
static double
written (const char *closes, guint32 traits)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a.c", "C");
  add_function (&facts, "save");
  add_row (&facts, ARD_CAPTURE_CALL, 0, "fopen", 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, "fwrite", DROPPED, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, "fwrite", DROPPED, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, closes, traits, ARD_NONE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (a_stream_tells_of_writes_when_it_is_closed)
{
  ck_assert_double_eq (written ("fclose", DROPPED), 0.5);
  ck_assert_double_eq (written ("fclose", 0), 0);
  ck_assert_double_eq (written ("ferror", 0), 0);
  ck_assert_double_eq (written ("give_back", DROPPED), 0);
}
END_TEST

START_TEST (what_a_command_says_by_its_status_is_asked_for_in_python_and_ruby)
{
  ck_assert_double_eq (value ("Python", "subprocess.run", DROPPED), 0.5);
  ck_assert_double_eq (value ("Python", "subprocess.check_call", DROPPED), 0);
  ck_assert_double_eq (value ("Ruby", "system", DROPPED), 0.5);
  ck_assert_double_eq (value ("Ruby", "system", VOIDED), 0);
}
END_TEST

/* A dropped chdir behind one that was looked at, so many lines above. */
static double
resort (guint lines_above)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a.c", "C");
  add_function (&facts, "f");
  add_capture (&facts, ARD_CAPTURE_CALL, 0, 10);
  add_capture (&facts, ARD_CAPTURE_CALL, 0, 10 + lines_above);
  for (guint i = 0; i < 2; i++)
    ard_capture (facts.corpus, i)->facts.text = "chdir";
  ard_capture (facts.corpus, 1)->facts.traits = DROPPED;
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (the_last_of_several_tries_may_fail)
{
  ck_assert_double_eq (resort (2), 0);
  ck_assert_double_eq (resort (20), 1);
}
END_TEST

START_TEST (a_signal_s_handler_may_lose_its_byte)
{
  ck_assert_double_eq (
      value_in (&ard_analyzer_ignored_result, "a", "C", "sig_handler", ARD_CAPTURE_CALL, "write", DROPPED), 0);
  ck_assert_double_eq (value_in (&ard_analyzer_ignored_result, "a", "C", "save", ARD_CAPTURE_CALL, "write", DROPPED),
                       1.5);
}
END_TEST

START_TEST (on_the_way_out_of_an_error_the_first_one_counts)
{
  Facts facts = facts_new ();
  guint32 handler;

  add_source (&facts, "a.go", "Go");
  add_function (&facts, "f");
  handler = add_handler (&facts, 0, "os.Rename", "", ARD_TRAIT_USES_ERROR | ARD_TRAIT_THROWS);
  add_row (&facts, ARD_CAPTURE_CALL, 0, "os.Rename", DROPPED, handler);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_ignored_result), 0);
  facts_free (&facts);
}
END_TEST

START_TEST (a_method_that_many_types_have_needs_its_import)
{
  ck_assert_double_eq (value ("Java", "in.read", DROPPED), 0);
  ck_assert_double_eq (value_with ("Java", "java.io.File", "in.read"), 1);
  ck_assert_double_eq (value_with ("Java", "java.io.File", "path.read"), 0);
  ck_assert_double_eq (value_with ("Kotlin", "java.io.*", "file.delete"), 0);
  ck_assert_double_eq (value_with ("Go", "os", "f.WriteString"), 1.5);
  ck_assert_double_eq (value_with ("Go", "strings", "f.WriteString"), 0);
}
END_TEST

START_TEST (a_function_of_the_repository_stands_for_the_library_s_of_that_name)
{
  Facts facts = facts_new ();

  add_source (&facts, "a.c", "C");
  add_function (&facts, "rename");
  add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "rename", DROPPED, ARD_NONE);
  ck_assert_uint_eq (run_one (&facts, &ard_analyzer_ignored_result), 0);
  facts_free (&facts);
}
END_TEST

/* Findings of a dropped call of the repository's own function, beside so many calls that look. */
static double
own_in (const char *language, const char *function, const char *callee, gboolean also_without, guint used,
        guint32 caller)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "a", language);
  add_function (&facts, function)->traits = ARD_FUNCTION_FALLIBLE | ARD_FUNCTION_FAILS;
  add_function (&facts, "work")->traits = caller;
  if (also_without)
    add_function (&facts, function);
  add_row (&facts, ARD_CAPTURE_CALL, 1, callee, DROPPED, ARD_NONE);
  while (used--)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, callee, 0, ARD_NONE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

static double
own (const char *language, const char *function, const char *callee, gboolean also_without, guint used)
{
  return own_in (language, function, callee, also_without, used, ARD_FUNCTION_FALLIBLE);
}

START_TEST (go_s_own_functions_that_return_an_error_are_findings_when_the_name_is_clear)
{
  ck_assert_double_eq (own ("Go", "store", "store", FALSE, 10), 1);
  ck_assert_double_eq (own ("Go", "store", "store", FALSE, 0), 1);
  ck_assert_double_eq (own ("Go", "Shop.StoreAll", "shop.StoreAll", FALSE, 9), 0);
  ck_assert_double_eq (own ("Go", "Shop.Store", "shop.Store", TRUE, 10), 0);
  ck_assert_double_eq (own ("Go", "Shop.StoreAll", "shop.StoreAll", FALSE, 10), 0.5);
  ck_assert_double_eq (own ("Go", "Shop.WriteAddress", "parser.WriteAddress", FALSE, 10), 0);
  ck_assert_double_eq (own ("Go", "Shop.Write", "w.Write", FALSE, 10), 0);
  ck_assert_double_eq (own ("Go", "store", "other.store", FALSE, 10), 0);
  ck_assert_double_eq (own ("Go", "Shop.Close", "shop.Close", FALSE, 10), 0);
  ck_assert_double_eq (own ("Go", "PropertyDelete", "PropertyDelete", FALSE, 10), 0);
}
END_TEST

/* Findings of a dropped call in app/a.go, which has the import, of a function of another file that five callers look
 * at. */
static double
go_call (const char *import, const char *callee, const char *path, const char *function)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "app/a.go", "Go");
  add_function (&facts, "work")->traits = ARD_FUNCTION_FALLIBLE;
  add_row (&facts, ARD_CAPTURE_IMPORT, ARD_NONE, import, 0, ARD_NONE);
  add_row (&facts, ARD_CAPTURE_CALL, 0, callee, DROPPED, ARD_NONE);
  for (guint i = 0; i < 10; i++)
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, callee, 0, ARD_NONE);
  add_source (&facts, path, "Go");
  add_function (&facts, function)->traits = ARD_FUNCTION_FALLIBLE | ARD_FUNCTION_FAILS;
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (go_looks_a_bare_name_up_in_its_package)
{
  ck_assert_double_eq (go_call ("fmt", "connect", "app/b.go", "connect"), 1);
  ck_assert_double_eq (go_call ("fmt", "connect", "net/b.go", "connect"), 0);
  ck_assert_double_eq (go_call ("fmt", "connect", "app/b.go", "Client.connect"), 0);
}
END_TEST

START_TEST (go_looks_a_name_behind_an_import_up_in_that_package)
{
  ck_assert_double_eq (go_call ("example.org/shop/store", "store.Load", "store/b.go", "Load"), 1);
  ck_assert_double_eq (go_call ("gopkg.in/alecthomas/kingpin.v2", "kingpin.Parse", "app/b.go", "Parse"), 0);
  ck_assert_double_eq (go_call ("github.com/alecthomas/kingpin/v2", "kingpin.Parse", "app/b.go", "Args.Parse"), 0);
  ck_assert_double_eq (go_call ("github.com/x/go-store", "store.Load", "app/b.go", "Box.Load"), 0);
  ck_assert_double_eq (go_call ("example.org/shop/store", "store.Load", "other/b.go", "Load"), 0);
}
END_TEST

START_TEST (go_s_methods_are_of_the_package_or_of_one_that_the_file_imports)
{
  ck_assert_double_eq (go_call ("fmt", "box.LoadAll", "app/b.go", "Box.LoadAll"), 0.5);
  ck_assert_double_eq (go_call ("fmt", "box.LoadAll", "net/b.go", "Box.LoadAll"), 0);
  ck_assert_double_eq (go_call ("fmt", "open().LoadAll", "app/b.go", "Box.LoadAll"), 0);
}
END_TEST

START_TEST (elsewhere_nearly_all_callers_must_look_and_the_one_be_able_to_hand_it_on_else_it_is_asked)
{
  ck_assert_double_eq (own ("C", "store", "store", FALSE, 2), 0);
  ck_assert_double_eq (own ("C", "store", "store", FALSE, 3), 0.5);
  ck_assert_double_eq (own ("C", "store", "store", FALSE, 10), 1);
  ck_assert_double_eq (own_in ("C", "store", "store", FALSE, 10, 0), 0.5);
  ck_assert_double_eq (own ("C", "store", "ops->store", FALSE, 10), 0);
  ck_assert_double_eq (own ("C", "tree_get", "tree_get", FALSE, 10), 0);
}
END_TEST

START_TEST (what_rust_s_compiler_warns_of_is_asked_for_by_its_plain_name)
{
  ck_assert_double_eq (own ("Rust", "store", "store", FALSE, 0), 0.5);
  ck_assert_double_eq (own ("Rust", "Shop::store", "shop.store", FALSE, 0), 0);
  ck_assert_double_eq (value ("Rust", "fs::write", DROPPED), 1);
  ck_assert_double_eq (value ("Rust", "surface.commit", DROPPED), 0); /* of a Result the compiler would tell */
}
END_TEST

START_TEST (errors_dropped_in_so_many_words_are_findings_unless_harmless)
{
  ck_assert_double_eq (value ("Rust", "fs::write", VOIDED), 1);
  ck_assert_double_eq (value ("Rust", "map.insert", VOIDED), 0);
  ck_assert_double_eq (value ("Rust", "file.write_all", VOIDED), 1);
  ck_assert_double_eq (value ("Rust", "stdout.write_all", VOIDED), 0);
  ck_assert_double_eq (words ("Rust", "fs::copy(from, to).ok()"), 1);
  ck_assert_double_eq (words ("Rust", "tx.send(()).ok()"), 0);
  ck_assert_double_eq (words ("Ruby", "order.save! rescue nil"), 1);
  ck_assert_double_eq (words ("Ruby", "load(path) rescue nil"), 0);
  ck_assert_double_eq (words ("Ruby", "socket.close rescue nil"), 0);
  ck_assert_double_eq (words ("Swift", "try? data.write(to: url)"), 1);
  ck_assert_double_eq (words ("Swift", "try? Address(text)"), 0);
  ck_assert_double_eq (words ("Swift", "try? player.load(url)"), 0);
  ck_assert_double_eq (words ("Rust", "self.palette.apply(color).ok()"), 0);
  ck_assert_double_eq (words ("Python", "suppress(Exception)"), 0);
  ck_assert_double_eq (words ("Scala", "Try(Await.ready(server, limit))"), 0);
  ck_assert_double_eq (words ("Scala", "Try(orders.save(order))"), 1);
  ck_assert_double_eq (words ("Kotlin", "runCatching { file.writeText(text) }"), 1);
  ck_assert_double_eq (words ("Kotlin", "runCatching { uploadAll(orders) }"), 1);
  ck_assert_double_eq (words ("Kotlin", "runCatching { view.measure() }"), 0);
  ck_assert_double_eq (words ("Kotlin", "runCatching { reader.close() }"), 0);
  ck_assert_double_eq (words ("Swift", "try? FileManager.default.removeItem(at: url)"), 0);
  ck_assert_double_eq (words ("Bash", "cp a b 2>/dev/null || true"), 0);
  ck_assert_double_eq (words ("Bash", "grep a b || true"), 0);
}
END_TEST

START_TEST (php_s_silence_operator_is_a_finding_where_it_loses_data)
{
  ck_assert_double_eq (words ("PHP", "@fwrite($file, $text)"), 1);
  ck_assert_double_eq (words ("PHP", "@rename($new, $settings)"), 1);
  ck_assert_double_eq (words ("PHP", "@rename($cache, $old)"), 0);
  ck_assert_double_eq (words ("PHP", "@file_put_contents($file, $text)"), 0);
  ck_assert_double_eq (words ("PHP", "@unlink($file)"), 0);
}
END_TEST

/* A dropped call in Lua of a function of another file that returns nothing and a reason, beside so many that look. */
static double
lua_call (const char *path, const char *function, const char *callee, guint used, gboolean imported)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, path, "Lua");
  add_function (&facts, function)->traits = ARD_FUNCTION_FALLIBLE | ARD_FUNCTION_FAILS;
  add_source (&facts, "shop/z.lua", "Lua");
  add_function (&facts, "work");
  add_row (&facts, ARD_CAPTURE_CALL, 1, callee, DROPPED, ARD_NONE);
  while (used--)
    add_row (&facts, ARD_CAPTURE_CALL, 1, callee, 0, ARD_NONE);
  if (imported)
    add_dependency (&facts, 1, 0, FALSE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (lua_s_nothing_and_a_reason_is_missed_where_callers_look_and_asked_for_where_it_is_known_whose_it_is)
{
  ck_assert_double_eq (lua_call ("shop/files.lua", "M.store", "files.store", 2, FALSE), 1);
  ck_assert_double_eq (lua_call ("shop/files.lua", "M.store", "files.store", 0, FALSE), 0.5);
  ck_assert_double_eq (lua_call ("shop/files/unix.lua", "M.store", "files.store", 0, FALSE), 0.5);
  ck_assert_double_eq (lua_call ("shop/files.lua", "M.store", "disk.store", 0, TRUE), 0.5);
  ck_assert_double_eq (lua_call ("shop/files.lua", "M.store", "disk.store", 0, FALSE), 0);
  ck_assert_double_eq (lua_call ("shop/files.lua", "M.store", "disk.store", 1, FALSE), 0.5);
  ck_assert_double_eq (lua_call ("shop/files.lua", "M.make_dir", "files.make_dir", 2, FALSE), 0.5);
  ck_assert_double_eq (lua_call ("shop/files.lua", "M.close", "files.close", 2, FALSE), 0);
}
END_TEST

/* A dropped call in PHP beside so many dropped ones. */
static double
habit (guint dropped)
{
  Facts facts = facts_new ();
  double n;

  add_source (&facts, "app/a.php", "PHP");
  add_function (&facts, "work");
  while (dropped--)
    add_row (&facts, ARD_CAPTURE_CALL, 0, "file_put_contents", DROPPED, ARD_NONE);
  n = judged (&facts, &ard_analyzer_ignored_result);
  facts_free (&facts);
  return n;
}

START_TEST (what_a_repository_mostly_drops_is_asked_for_until_it_is_its_way)
{
  ck_assert_double_eq (habit (3), 3);
  ck_assert_double_eq (habit (4), 2);
  ck_assert_double_eq (habit (30), 15);
  ck_assert_double_eq (habit (31), 0);
}
END_TEST

START_TEST (a_method_of_the_repository_s_own_may_be_meant)
{
  Facts facts = facts_new ();

  add_source (&facts, "Files.java", "Java");
  add_function (&facts, "Files.renameTo");
  add_row (&facts, ARD_CAPTURE_CALL, 0, "file.renameTo", DROPPED, ARD_NONE);
  ck_assert_double_eq (judged (&facts, &ard_analyzer_ignored_result), 0.5);
  facts_free (&facts);
  ck_assert_double_eq (value ("Java", "file.renameTo", DROPPED), 2);
}
END_TEST

START_TEST (a_failed_cd_is_asked_for_where_the_shell_goes_on)
{
  for (guint stops = 0; stops < 3; stops++) {
    Facts facts = facts_new ();

    add_source (&facts, "lib/common.sh", "Bash");
    add_row (&facts, stops == 2 ? ARD_CAPTURE_ERREXIT : ARD_CAPTURE_TRY, ARD_NONE, "set -e", 0, ARD_NONE);
    add_source (&facts, "z.sh", "Bash");
    add_row (&facts, ARD_CAPTURE_IMPORT, ARD_NONE, "./lib/common.sh", 0, ARD_NONE);
    if (stops == 1)
      add_row (&facts, ARD_CAPTURE_ERREXIT, ARD_NONE, "set -e", 0, ARD_NONE);
    add_row (&facts, ARD_CAPTURE_CALL, ARD_NONE, "cd", DROPPED, ARD_NONE);
    ck_assert_double_eq (judged (&facts, &ard_analyzer_ignored_result), stops ? 0 : 0.5);
    facts_free (&facts);
  }
}
END_TEST

static double
value_at (const char *path)
{
  return value_in (&ard_analyzer_ignored_result, path, "PHP", "f", ARD_CAPTURE_CALL, "file_put_contents", DROPPED);
}

START_TEST (php_warns_at_the_terminal_of_a_command_which_is_a_question)
{
  ck_assert_double_eq (value_at ("app/Core/FileStorage.php"), 1.5);
  ck_assert_double_eq (value_at ("app/Console/Dump.php"), 0.5);
  ck_assert_double_eq (value_at ("cli/install.php"), 0.5);
}
END_TEST

int
main (void)
{
  const TTest *const tests[] = {
    calls_of_the_tables_are_findings_when_their_value_is_dropped,
    a_log_that_is_not_turned_is_a_question,
    a_value_that_is_taken_or_dropped_on_purpose_is_none,
    go_s_blank_and_a_comment_say_that_it_is_meant,
    what_cannot_fail_and_what_mostly_fills_memory_are_none,
    what_is_made_or_deleted_shows_at_the_next_call_or_is_asked_for,
    beside_an_error_go_gives_nil,
    what_may_be_nothing_and_is_used_unseen_is_a_finding,
    who_hardly_looks_at_memory_is_asked_and_who_never_does_takes_it_for_endless,
    a_stream_tells_of_writes_when_it_is_closed,
    what_a_command_says_by_its_status_is_asked_for_in_python_and_ruby,
    the_last_of_several_tries_may_fail,
    a_signal_s_handler_may_lose_its_byte,
    on_the_way_out_of_an_error_the_first_one_counts,
    a_method_that_many_types_have_needs_its_import,
    a_function_of_the_repository_stands_for_the_library_s_of_that_name,
    go_s_own_functions_that_return_an_error_are_findings_when_the_name_is_clear,
    go_looks_a_bare_name_up_in_its_package,
    go_looks_a_name_behind_an_import_up_in_that_package,
    go_s_methods_are_of_the_package_or_of_one_that_the_file_imports,
    elsewhere_nearly_all_callers_must_look_and_the_one_be_able_to_hand_it_on_else_it_is_asked,
    what_rust_s_compiler_warns_of_is_asked_for_by_its_plain_name,
    errors_dropped_in_so_many_words_are_findings_unless_harmless,
    php_s_silence_operator_is_a_finding_where_it_loses_data,
    lua_s_nothing_and_a_reason_is_missed_where_callers_look_and_asked_for_where_it_is_known_whose_it_is,
    what_a_repository_mostly_drops_is_asked_for_until_it_is_its_way,
    a_method_of_the_repository_s_own_may_be_meant,
    a_failed_cd_is_asked_for_where_the_shell_goes_on,
    php_warns_at_the_terminal_of_a_command_which_is_a_question,
  };

  return run_tests ("ignored-result", tests, G_N_ELEMENTS (tests));
}
