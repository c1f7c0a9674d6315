// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/connectprograms.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace lightwell::connectprograms {

using namespace Qt::StringLiterals;

namespace {

constexpr auto context = "ConnectPrograms";

struct Row
{
    Kind kind;
    const char *file;
    const char *name;
    const char *place;
};

constexpr auto inEnvironment =
    QT_TRANSLATE_NOOP("ConnectPrograms", "The key is read from the environment variable LIGHTWELL_KEY.");

// clang-format off
constexpr Row rows[] = {
    {Kind::Code, "curl", "curl", inEnvironment},
    {Kind::Code, "python", "Python", QT_TRANSLATE_NOOP("ConnectPrograms", "With OpenAI’s client. The key is read from the environment variable LIGHTWELL_KEY.")},
    {Kind::Code, "javascript", "JavaScript", QT_TRANSLATE_NOOP("ConnectPrograms", "With OpenAI’s client. The key is read from the environment variable LIGHTWELL_KEY.")},
    {Kind::Code, "ai-sdk", "Vercel AI SDK", inEnvironment},
    {Kind::Code, "langchain-js", "LangChain, JavaScript", inEnvironment},
    {Kind::Code, "langchain-python", "LangChain, Python", inEnvironment},
    {Kind::Program, "open-webui", "Open WebUI", QT_TRANSLATE_NOOP("ConnectPrograms", "Into its environment; what was saved on its own page of settings wins over it. In a container write host.docker.internal for 127.0.0.1.")},
    {Kind::Program, "librechat", "LibreChat", QT_TRANSLATE_NOOP("ConnectPrograms", "Into its .env. Agents then have the tool for OpenAI’s pictures.")},
    {Kind::Program, "n8n", "n8n", QT_TRANSLATE_NOOP("ConnectPrograms", "Into a credential of the kind OpenAI, without a slash at the end. Its list shows a few models only: choose any other one by its ID.")},
    {Kind::Program, "cherry-studio", "Cherry Studio", QT_TRANSLATE_NOOP("ConnectPrograms", "Into a new provider; it adds /v1 to the host by itself.")},
    {Kind::Program, "lobechat", "LobeChat", QT_TRANSLATE_NOOP("ConnectPrograms", "Into its environment.")},
    {Kind::Program, "dify", "Dify", QT_TRANSLATE_NOOP("ConnectPrograms", "Into the authorization of its OpenAI tools; it adds /v1 by itself. The models it can ask for are its own list, such as gpt-image-1.")},
    {Kind::Program, "litellm", "LiteLLM", QT_TRANSLATE_NOOP("ConnectPrograms", "Into the proxy’s config.yaml. Its health check makes a real picture, which is billed where the model is.")},
    {Kind::Program, "flowise", "Flowise", QT_TRANSLATE_NOOP("ConnectPrograms", "Into the ChatOpenAI node, the address under its additional parameters. Pictures are made by the agent’s tool for them.")},
    {Kind::Program, "sillytavern", "SillyTavern", QT_TRANSLATE_NOOP("ConnectPrograms", "Into its API connections, for chats with any text model. Of its sources of pictures none can be given this address.")},
    {Kind::Program, "llm", "llm", QT_TRANSLATE_NOOP("ConnectPrograms", "Into extra-openai-models.yaml, in the folder of its logs (llm logs path), for any text model; the key goes in with llm keys set lightwell.")},
    {Kind::Assistant, "mcp-stdio", "Claude Desktop", QT_TRANSLATE_NOOP("ConnectPrograms", "Into claude_desktop_config.json. It starts Lightwell’s command line by itself, so the gateway need not be on. Without the key, pictures are made in your own name.")},
    {Kind::Assistant, "mcp-cursor", "Cursor", QT_TRANSLATE_NOOP("ConnectPrograms", "Into .cursor/mcp.json, in the project or in your home.")},
    {Kind::Assistant, "mcp-vscode", "VS Code", QT_TRANSLATE_NOOP("ConnectPrograms", "Into .vscode/mcp.json. It asks for the key and keeps it.")},
    {Kind::Assistant, "mcp-zed", "Zed", QT_TRANSLATE_NOOP("ConnectPrograms", "Into its settings.json.")},
    {Kind::Assistant, "mcp-windsurf", "Windsurf", QT_TRANSLATE_NOOP("ConnectPrograms", "Into ~/.codeium/windsurf/mcp_config.json.")},
    {Kind::Assistant, "mcp-raycast", "Raycast", QT_TRANSLATE_NOOP("ConnectPrograms", "Into its form for a new MCP server.")},
    {Kind::Assistant, "mcp-jan", "Jan", QT_TRANSLATE_NOOP("ConnectPrograms", "Into its settings, under MCP Servers. It starts Lightwell’s command line by itself, so the gateway need not be on. It waits half a minute for a tool at first: slow models need a longer time-out there.")},
    {Kind::Assistant, "mcp-continue", "Continue", QT_TRANSLATE_NOOP("ConnectPrograms", "Into a file in .continue/mcpServers. It starts Lightwell’s command line by itself, in your own name.")},
};
// clang-format on

/// As JSON and YAML write it between quotes.
QString quoted(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
}

/// "http://127.0.0.1:4747"
QString rootOf(const QUrl &url)
{
    return url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

QList<Program> all()
{
    QList<Program> programs;
    for (const Row &row : rows) {
        programs.append({row.kind, QString::fromLatin1(row.file), QString::fromLatin1(row.name),
                         QCoreApplication::translate(context, row.place)});
    }
    return programs;
}

QString settings(const Program &program, const Access &access)
{
    QFile file(u":/lightwell/connect/"_s + program.file + u".txt"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const std::pair<QString, QString> values[] = {
        {u"{{url}}"_s, access.url.toString()},          {u"{{root}}"_s, rootOf(access.url)},
        {u"{{mcp}}"_s, rootOf(access.url) + u"/mcp"_s}, {u"{{cli}}"_s, quoted(access.commandLine)},
        {u"{{program}}"_s, access.commandLine},         {u"{{key}}"_s, keyPlaceholder()}};
    QString text = QString::fromUtf8(file.readAll()).trimmed();
    for (const auto &[name, value] : values) {
        text.replace(name, value);
    }
    return text;
}

QString keyPlaceholder()
{
    return u"YOUR_LIGHTWELL_KEY"_s;
}

QString commandLine()
{
    const QString name = u"lightwell-cli"_s;
    const QString beside = QDir(QCoreApplication::applicationDirPath()).filePath(name);
    return QFileInfo(beside).isExecutable() ? beside : name;
}

} // namespace lightwell::connectprograms
