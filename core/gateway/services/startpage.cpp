// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/services/startpage.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

constexpr auto style = R"css(
:root { color-scheme: light dark; --ink: #1d1b18; --muted: #6b655c; --ground: #faf8f5; --card: #fff; --line: #e4dfd7; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece8e1; --muted: #a39c91; --ground: #1b1a18; --card: #242220; --line: #38342f; }
}
body { margin: 0 auto; padding: 3rem 1.5rem; max-width: 46rem; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.05rem; margin: 2.25rem 0 .5rem; }
p { margin: .5rem 0; } .muted { color: var(--muted); }
code, pre { font: 14px/1.5 ui-monospace, monospace; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1rem;
  overflow-x: auto; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; margin: .75rem 0; }
a { color: inherit; } dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
)css"_L1;

QString heading(const QString &text)
{
    return u"<h2>"_s + text.toHtmlEscaped() + u"</h2>\n"_s;
}

QString paragraph(const QString &text, const QString &kind = {})
{
    const QString attribute = kind.isEmpty() ? QString() : u" class=\""_s + kind + u'"';
    return u"<p"_s + attribute + u'>' + text.toHtmlEscaped() + u"</p>\n"_s;
}

QString code(const QString &text)
{
    return u"<pre><code>"_s + text.toHtmlEscaped() + u"</code></pre>\n"_s;
}

QString entry(const QString &name, const QString &value)
{
    return u"<dt>"_s + name.toHtmlEscaped() + u"</dt><dd><code>"_s + value.toHtmlEscaped() + u"</code></dd>\n"_s;
}

QString linkedEntry(const QString &name, const QString &address)
{
    const QString shown = address.toHtmlEscaped();
    return u"<dt>"_s + name.toHtmlEscaped() + u"</dt><dd><a href=\""_s + shown + u"\"><code>"_s + shown
        + u"</code></a></dd>\n"_s;
}

/// The built-in painter's model: a first call that works without any vendor's key and costs nothing.
QString curlExample(const QString &base, bool needsKey)
{
    const QString key = needsKey ? u"  -H \"Authorization: Bearer $LIGHTWELL_KEY\" \\\n"_s : QString();
    return u"curl %1/images/generations \\\n"_s.arg(base) + key
        + u"  -H \"Content-Type: application/json\" \\\n"
          "  -d '{\"model\": \"sketchbook-scene\", \"prompt\": \"a lighthouse at dusk\", \"response_format\": \"url\"}'"_s;
}

QString pythonExample(const QString &base, bool needsKey)
{
    const QString key = needsKey ? u"os.environ[\"LIGHTWELL_KEY\"]"_s : u"\"none\""_s;
    return u"%1from openai import OpenAI\n\nclient = OpenAI(base_url=\"%2\", api_key=%3)\n"
           "answer = client.images.generate(model=\"sketchbook-scene\", prompt=\"a lighthouse at dusk\")\n"
           "print(answer.data[0].url)"_s.arg(needsKey ? u"import os\n"_s : QString(), base, key);
}

QString javaScriptExample(const QString &base, bool needsKey)
{
    const QString key = needsKey ? u"process.env.LIGHTWELL_KEY"_s : u"\"none\""_s;
    return u"import OpenAI from \"openai\";\n\nconst client = new OpenAI({ baseURL: \"%1\", apiKey: %2 });\n"
           "const answer = await client.images.generate({ model: \"sketchbook-scene\", prompt: \"a lighthouse at "
           "dusk\" });\n"
           "console.log(answer.data[0].url);"_s.arg(base, key);
}

} // namespace

QByteArray startPage(const QString &base, bool needsKey)
{
    const QString root = base.endsWith("/v1"_L1) ? base.chopped(3) : base;
    QString page = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"_s
        + Text::tr("Lightwell gateway").toHtmlEscaped() + u"</title>\n<style>"_s + style
        + u"</style></head>\n<body>\n"_s;
    page += u"<h1>"_s + Text::tr("Lightwell gateway").toHtmlEscaped() + u"</h1>\n"_s;
    page += paragraph(Text::tr("It runs. Programs written for OpenAI's API use it under this address."), u"muted"_s);
    page += u"<dl>"_s + entry(Text::tr("Base address"), base) + entry(Text::tr("Models"), base + u"/models"_s)
        + entry(Text::tr("Is it there?"), root + u"/healthz"_s)
        + linkedEntry(Text::tr("Every path"), root + u"/openapi.json"_s) + u"</dl>\n"_s;
    page += paragraph(
        needsKey ? Text::tr("Every call needs a client key: Lightwell's gateway page shows it, \"lightwell-cli "
                            "serve\" prints it, and \"lightwell-cli clients add NAME\" makes another.")
                 : Text::tr("No key is asked for. Libraries that insist on one take any."));
    page += heading(Text::tr("On the command line")) + code(curlExample(base, needsKey));
    page += heading(u"Python"_s) + code(pythonExample(base, needsKey));
    page += heading(u"JavaScript"_s) + code(javaScriptExample(base, needsKey));
    page += heading(Text::tr("What it will cost"));
    page += paragraph(Text::tr("The examples use the built-in painter, which costs nothing. For any other model, "
                               "?dryRun=true behind the address says the price and makes no picture."));
    return (page + u"</body></html>\n"_s).toUtf8();
}

} // namespace lightwell
