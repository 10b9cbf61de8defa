#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <math.h>
#include <string.h>

#include "reports/html.h"

#define NAMESPACE BAD_CAST "urn:ardoise"
#define MAX_PAIRS 4

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
  xsltRegisterExtFunction (context, BAD_CAST "n", NAMESPACE, format_number);
  xsltRegisterExtFunction (context, BAD_CAST "money", NAMESPACE, format_money);
  xsltRegisterExtFunction (context, BAD_CAST "percent", NAMESPACE, format_percent);
  xsltRegisterExtFunction (context, BAD_CAST "date", NAMESPACE, format_date);
}
