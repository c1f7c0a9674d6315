// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/mcp.h"

#include "app/cli/inputlines.h"
#include "app/cli/spendoptions.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/wording/wording.h"

#include <QFileInfo>
#include <QTimer>
#include <QUrl>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 longestLine = 64LL * 1024 * 1024; ///< as a body at the gateway
/// How long a stop signal waits for what is being made. What is not done by then stands in the journal, and get_job
/// brings it.
constexpr auto patience = 8s;

/// A picture of this home, by the address that an answer gave.
QString pictureAt(const MediaStore &media, const QString &uri)
{
    const QString path = QUrl(uri).isLocalFile() ? QUrl(uri).toLocalFile() : QString();
    const QString id = QFileInfo(path).completeBaseName();
    return !path.isEmpty() && media.pathOf(id) == path ? id : QString();
}

mcp::Asker askerFor(const Origin &origin, const MediaStore &media)
{
    mcp::Asker asker;
    asker.origin = origin;
    asker.uriOf = [](const Picture &picture) {
        return picture.path.isEmpty() ? QString() : QUrl::fromLocalFile(picture.path).toString(QUrl::FullyEncoded);
    };
    asker.pictureAt = [&media](const QString &uri) { return pictureAt(media, uri); };
    asker.readsFiles = true;
    return asker;
}

} // namespace

QString McpCommand::name() const
{
    return u"mcp"_s;
}

QString McpCommand::summary() const
{
    return tr("Serve an assistant's program over standard input and output (MCP).");
}

void McpCommand::declare(QCommandLineParser &parser) const
{
    parser.addOption({u"project"_s, tr("What it is for: budgets and usage can be by project."), u"NAME"_s});
}

void McpCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    const Result<QString> project = projectFromOptions(parser);
    if (!project) {
        return conclude(terminal, wording::sentence(project.error()), ExitUsage);
    }
    const QByteArray key = qgetenv("LIGHTWELL_KEY");
    if (key.isEmpty()) {
        Origin origin {Origin::Kind::CommandLine, {}};
        origin.project = *project;
        return start(origin);
    }
    whenDone(app.clients().authenticate(key, QDateTime::currentDateTimeUtc()), this,
             [this, project = *project](const Result<std::optional<Client>> &client) {
                 if (!client) {
                     return fail(*m_terminal, client.error());
                 }
                 if (!*client) {
                     return conclude(*m_terminal,
                                     tr("LIGHTWELL_KEY is no key of a client. \"lightwell-cli clients add NAME\" makes "
                                        "one; without LIGHTWELL_KEY pictures are made in your own name."),
                                     ExitFailed);
                 }
                 if ((*client)->isExpired(QDateTime::currentDateTimeUtc())) {
                     return conclude(
                         *m_terminal,
                         tr("The key in LIGHTWELL_KEY has expired. \"lightwell-cli clients set NAME --expires "
                            "DATE\" lets it work again."),
                         ExitFailed);
                 }
                 m_limits.know(**client);
                 Origin origin {Origin::Kind::Gateway, (*client)->id};
                 origin.project = project;
                 start(origin);
             });
}

void McpCommand::start(const Origin &origin)
{
    m_server = std::make_unique<mcp::Server>(
        mcp::Server::Parts {m_app->engine(), m_app->journal(), m_app->ledger(), m_app->media(), m_app->keyring()});
    m_server->setCatalog(m_app->catalog());
    connect(m_app, &Composition::catalogChanged, this, [this] { m_server->setCatalog(m_app->catalog()); });
    mcp::Asker asker = askerFor(origin, m_app->media());
    asker.faultBeforePaying = [this, client = origin.client](const QString &model) -> std::optional<Error> {
        const std::optional<Refusal> refusal = m_limits.take(client, {model}, m_app->catalog());
        return refusal ? std::optional(faultOf(*refusal, model)) : std::nullopt;
    };
    m_session = std::make_unique<mcp::PipeSession>(*m_server, asker);
    connect(m_session.get(), &mcp::PipeSession::written, this, [this](const QJsonObject &message) {
        m_terminal->printJsonLine(message);
        if (m_terminal->isOutputLost()) { // nobody reads any more
            m_isEnding = true;
            endIfIdle();
        }
    });
    listen();
}

void McpCommand::listen()
{
    auto *lines = new InputLines(longestLine, this);
    connect(lines, &InputLines::came, m_session.get(), &mcp::PipeSession::take);
    connect(lines, &InputLines::tooLong, this, [this] {
        m_session->refuse({mcp::errorcode::invalidRequest, tr("A message may have 64 MB.")});
    });
    // The client is gone; what it has paid for is still made and kept.
    connect(lines, &InputLines::ended, this, [this] {
        m_isEnding = true;
        m_session->inputEnded();
        endIfIdle();
    });
    connect(m_session.get(), &mcp::PipeSession::answered, this, &McpCommand::endIfIdle, Qt::QueuedConnection);
    connect(&m_app->engine(), &Engine::idle, this, &McpCommand::endIfIdle, Qt::QueuedConnection);
}

void McpCommand::endIfIdle()
{
    if (m_isEnding && m_session->underWay() == 0 && m_app->engine().running() == 0) {
        m_isEnding = false;
        Q_EMIT finished(ExitDone);
    }
}

void McpCommand::interrupt()
{
    if (!m_session) {
        Q_EMIT finished(ExitFailed);
        return;
    }
    m_isEnding = true;
    m_session->inputEnded();
    QTimer::singleShot(patience, this, [this] { Q_EMIT finished(ExitDone); });
    endIfIdle();
}

} // namespace lightwell
