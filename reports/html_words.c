#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <math.h>
#include <string.h>

#include "reports/html.h"

#define NAMESPACE BAD_CAST "urn:ardoise"
#define MAX_PAIRS 4
#define MAX_DECIMALS 8

static const ArdHtml *
find_html (xmlXPathParserContext *parser)
{
  return xsltXPathGetTransformContext (parser)->_private;
}

static void
give (xmlXPathParserContext *parser, const char *text)
{
  valuePush (parser, xmlXPathNewString (BAD_CAST text));
}

static void
fill_words (xmlXPathParserContext *parser, int n)
{
  xmlChar *values[2 * MAX_PAIRS + 1] = { NULL };

  if (n < 1 || n > 2 * MAX_PAIRS + 1 || n % 2 == 0) {
    xmlXPathSetArityError (parser);
    return;
  }
  for (int i = n - 1; i >= 0; i--)
    values[i] = xmlXPathPopString (parser);

  const char **text = (const char **) values;
  g_autofree char *words = ard_messages_fill (find_html (parser)->messages, text[0], text[1], text[2], text[3], text[4],
                                              text[5], text[6], text[7], text[8], NULL);

  give (parser, words);
  for (int i = 0; i < n; i++)
    xmlFree (values[i]);
}

/* or (key, text): the words of a key that a language may lack, else the text. */
static void
choose_words (xmlXPathParserContext *parser, int n)
{
  if (n != 2) {
    xmlXPathSetArityError (parser);
    return;
  }

  xmlChar *text = xmlXPathPopString (parser);
  xmlChar *key = xmlXPathPopString (parser);
  const char *words = ard_messages_get (find_html (parser)->messages, (char *) key);

  give (parser, words == (char *) key ? (char *) text : words);
  xmlFree (text);
  xmlFree (key);
}

/* "" stands for a missing attribute, "INF" for what never ends. */
static double
pop_number (xmlXPathParserContext *parser)
{
  xmlChar *text = xmlXPathPopString (parser);
  double value = text && *text ? g_ascii_strtod ((char *) text, NULL) : NAN;

  xmlFree (text);
  return value;
}

static void
format_number (xmlXPathParserContext *parser, int n)
{
  if (n != 2) {
    xmlXPathSetArityError (parser);
    return;
  }

  double decimals = pop_number (parser);
  double value = pop_number (parser);
  const ArdMessages *messages = find_html (parser)->messages;
  g_autofree char *text =
      decimals < 0 ? ard_messages_value (messages, value) : ard_messages_number (messages, value, (guint) decimals);

  give (parser, text);
}

static void
format_money (xmlXPathParserContext *parser, int n)
{
  if (n != 1) {
    xmlXPathSetArityError (parser);
    return;
  }

  const ArdHtml *html = find_html (parser);
  g_autofree char *text = ard_messages_money (html->messages, html->ledger->settings, pop_number (parser));

  give (parser, text);
}

/* factor (value, times, least): with as few decimals as make the product of what is printed true, least at least. */
static void
format_factor (xmlXPathParserContext *parser, int n)
{
  if (n != 3) {
    xmlXPathSetArityError (parser);
    return;
  }

  const ArdHtml *html = find_html (parser);
  double least = pop_number (parser), times = pop_number (parser), value = pop_number (parser);
  guint decimals = (guint) CLAMP (least, 0, MAX_DECIMALS);
  g_autofree char *product = ard_messages_money (html->messages, html->ledger->settings, value * times);

  for (; decimals < MAX_DECIMALS && isfinite (value); decimals++) {
    double scale = pow (10, decimals), printed = round (value * scale) / scale;
    g_autofree char *shown = ard_messages_money (html->messages, html->ledger->settings, printed * times);

    if (g_str_equal (shown, product))
      break;
  }

  g_autofree char *text = ard_messages_number (html->messages, value, decimals);

  give (parser, text);
}

/* Whole units, as columns of amounts are read; less than half of one is "< 1". */
static void
format_amount (xmlXPathParserContext *parser, int n)
{
  if (n != 1) {
    xmlXPathSetArityError (parser);
    return;
  }

  const ArdHtml *html = find_html (parser);
  double value = pop_number (parser);
  gboolean little = value > 0 && value < 0.5;
  g_autofree char *number = ard_messages_number (html->messages, little ? 1 : value, 0);
  g_autofree char *shown = little ? g_strconcat ("< ", number, NULL) : g_strdup (number);
  g_autofree char *text = ard_messages_fill (html->messages, "number.money", "number", shown, "currency",
                                             html->ledger->settings->team_currency, NULL);

  give (parser, isfinite (value) ? text : number);
}

static const char *
find_unit (const ArdMessages *messages, const char *unit)
{
  g_autofree char *shared = g_strconcat ("unit.", unit, NULL);
  g_autofree char *own = g_strconcat ("html.unit.", unit, NULL);
  const char *text = ard_messages_get (messages, shared);

  if (text == shared)
    text = ard_messages_get (messages, own);
  return text == own ? NULL : text;
}

/* "fixes/month" is looked up whole, then by its parts; what nobody knows (a currency) stays. */
static void
name_unit (xmlXPathParserContext *parser, int n)
{
  if (n != 1) {
    xmlXPathSetArityError (parser);
    return;
  }

  xmlChar *unit = xmlXPathPopString (parser);
  const ArdHtml *html = find_html (parser);
  const char *whole = find_unit (html->messages, (char *) unit);
  g_auto (GStrv) parts = g_strsplit ((char *) unit, "/", -1);

  for (guint i = 0; !whole && parts[i]; i++) {
    const char *part = g_str_equal (parts[i], "currency") ? html->ledger->settings->team_currency
                                                          : find_unit (html->messages, parts[i]);

    if (part) {
      g_free (parts[i]);
      parts[i] = g_strdup (part);
    }
  }

  g_autofree char *joined = g_strjoinv ("/", parts);

  give (parser, whole ? whole : joined);
  xmlFree (unit);
}

static void
format_percent (xmlXPathParserContext *parser, int n)
{
  if (n != 1) {
    xmlXPathSetArityError (parser);
    return;
  }

  g_autofree char *text = ard_messages_percent (find_html (parser)->messages, pop_number (parser));

  give (parser, text);
}

static void
format_date (xmlXPathParserContext *parser, int n)
{
  if (n != 1) {
    xmlXPathSetArityError (parser);
    return;
  }

  xmlChar *iso = xmlXPathPopString (parser);
  g_auto (GStrv) parts = g_strsplit (iso ? (char *) iso : "", "-", 3);

  if (g_strv_length (parts) == 3) {
    const ArdMessages *messages = find_html (parser)->messages;
    g_autofree char *key = g_strconcat ("html.month.", parts[1], NULL);
    const char *day = parts[2][0] == '0' ? parts[2] + 1 : parts[2];
    g_autofree char *date = ard_messages_fill (messages, "html.date", "day", day, "month",
                                               ard_messages_get (messages, key), "year", parts[0], NULL);

    give (parser, date);
  } else {
    give (parser, "");
  }
  xmlFree (iso);
}

void
ard_html_register (xsltTransformContext *context, const ArdHtml *html)
{
  context->_private = (void *) html;
  xsltRegisterExtFunction (context, BAD_CAST "t", NAMESPACE, fill_words);
  xsltRegisterExtFunction (context, BAD_CAST "or", NAMESPACE, choose_words);
  xsltRegisterExtFunction (context, BAD_CAST "n", NAMESPACE, format_number);
  xsltRegisterExtFunction (context, BAD_CAST "money", NAMESPACE, format_money);
  xsltRegisterExtFunction (context, BAD_CAST "factor", NAMESPACE, format_factor);
  xsltRegisterExtFunction (context, BAD_CAST "amount", NAMESPACE, format_amount);
  xsltRegisterExtFunction (context, BAD_CAST "unit", NAMESPACE, name_unit);
  xsltRegisterExtFunction (context, BAD_CAST "percent", NAMESPACE, format_percent);
  xsltRegisterExtFunction (context, BAD_CAST "date", NAMESPACE, format_date);
}
