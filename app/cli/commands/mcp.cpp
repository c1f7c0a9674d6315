// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/mcp.h"

#include "app/cli/inputlines.h"
#include "app/cli/spendoptions.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/wording/gatewayreasons.h"
#include "core/wording/wording.h"

#include <QFileInfo>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <utility>

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
    m_key = qgetenv("LIGHTWELL_KEY");
    if (m_key.isEmpty()) {
        Origin origin {Origin::Kind::CommandLine, {}};
        origin.project = *project;
        return start(origin);
    }
    authenticate([this, project = *project](const Client &client) {
        Origin origin {Origin::Kind::Gateway, client.id};
        origin.project = project;
        start(origin);
    });
}

void McpCommand::authenticate(const std::function<void(const Client &)> &next)
{
    whenDone(m_app->clients().authenticate(m_key, QDateTime::currentDateTimeUtc()), this,
             [this, next](const Result<std::optional<Client>> &client) {
                 const bool isLiving = client && *client && !(*client)->isExpired(QDateTime::currentDateTimeUtc());
                 if (isLiving && !(*client)->disabled) {
                     m_limits.know(**client);
                     return next(**client);
                 }
                 if (!client) {
                     m_terminal->error(client.error());
                 } else if (*client && (*client)->disabled) {
                     m_terminal->message(tr("The key in LIGHTWELL_KEY is disabled. \"lightwell-cli clients set NAME "
                                            "--enable\" lets it work again."));
                 } else if (*client) {
                     m_terminal->message(tr("The key in LIGHTWELL_KEY has expired. \"lightwell-cli clients set NAME "
                                            "--expires DATE\" lets it work again."));
                 } else {
                     m_terminal->message(tr("LIGHTWELL_KEY is no key of a client. \"lightwell-cli clients add NAME\" "
                                            "makes one; without LIGHTWELL_KEY pictures are made in your own name."));
                 }
                 end(ExitFailed);
             });
}

void McpCommand::start(const Origin &origin)
{
    m_origin = origin;
    m_server = std::make_unique<mcp::Server>(
        mcp::Server::Parts {m_app->engine(), m_app->journal(), m_app->ledger(), m_app->media(), m_app->keyring()});
    m_server->setCatalog(m_app->catalog());
    connect(m_app, &Composition::catalogChanged, this, [this] { m_server->setCatalog(m_app->catalog()); });
    m_session = std::make_unique<mcp::PipeSession>(*m_server, newAsker());
    connect(m_session.get(), &mcp::PipeSession::written, this, [this](const QJsonObject &message) {
        m_terminal->printJsonLine(message);
        if (m_terminal->isOutputLost()) { // nobody reads any more
            end(ExitDone);
        }
    });
    listen();
}

mcp::Asker McpCommand::newAsker()
{
    mcp::Asker asker = askerFor(m_origin, m_app->media());
    asker.faultBeforePaying = [this, client = m_origin.client](const QString &model) -> std::optional<Error> {
        if (m_limits.answersOf(client, {}).replay != ReplayMode::Off) { // whoever replays means to pay for nothing
            return notSent(ErrorKind::Invalid, reasons::replayIsForPictures());
        }
        const std::optional<Refusal> refusal = m_limits.take(client, {model}, m_app->catalog());
        return refusal ? std::optional(faultOf(*refusal, model)) : std::nullopt;
    };
    asker.faultInModel = [this, client = m_origin.client](const QString &model) -> std::optional<Error> {
        const std::optional<Refusal> refusal = m_limits.refusalOf(client, {model}, m_app->catalog());
        return refusal ? std::optional(faultOf(*refusal, model)) : std::nullopt;
    };
    asker.wishes.models = m_limits.modelsOf(m_origin.client);
    if (!asker.wishes.models.isEmpty()) {
        asker.shown = [this, client = m_origin.client](const Catalog &all) { return m_limits.shownTo(client, all); };
    }
    return asker;
}

void McpCommand::listen()
{
    auto *lines = new InputLines(longestLine, this);
    connect(lines, &InputLines::came, this, &McpCommand::take);
    connect(lines, &InputLines::tooLong, this, [this] {
        m_session->refuse({mcp::errorcode::invalidRequest, tr("A message may have 64 MB.")});
    });
    // The client is gone; what it has paid for is still made and kept.
    connect(lines, &InputLines::ended, this, [this] { end(ExitDone); });
    connect(m_session.get(), &mcp::PipeSession::answered, this, &McpCommand::endIfIdle, Qt::QueuedConnection);
    connect(&m_app->engine(), &Engine::idle, this, &McpCommand::endIfIdle, Qt::QueuedConnection);
}

void McpCommand::take(const QByteArray &line)
{
    if (m_exitCode) { // it ends, and hears nobody any more
        return;
    }
    m_lines.append(line);
    if (m_lines.size() == 1) {
        takeNext();
    }
}

void McpCommand::takeNext()
{
    const auto hear = [this] {
        if (m_lines.isEmpty()) { // a signal came meanwhile
            return;
        }
        m_session->take(m_lines.takeFirst());
        if (m_lines.isEmpty()) {
            endIfIdle();
        } else {
            takeNext();
        }
    };
    if (m_key.isEmpty()) {
        return hear();
    }
    authenticate([this, hear](const Client &) {
        m_session->setAsker(newAsker());
        hear();
    });
}

void McpCommand::end(int code)
{
    m_exitCode = std::max(code, m_exitCode.value_or(ExitDone));
    if (code != ExitDone) { // nobody is heard any more
        m_lines.clear();
    }
    endIfIdle();
}

void McpCommand::endIfIdle()
{
    if (!m_exitCode || !m_lines.isEmpty()) {
        return;
    }
    if (m_session) {
        m_session->inputEnded();
        if (m_session->underWay() > 0 || m_app->engine().running() > 0) {
            return;
        }
    }
    Q_EMIT finished(*std::exchange(m_exitCode, std::nullopt));
}

void McpCommand::interrupt()
{
    if (!m_session) {
        Q_EMIT finished(ExitFailed);
        return;
    }
    m_lines.clear();
    QTimer::singleShot(patience, this, [this] { Q_EMIT finished(ExitDone); });
    end(ExitDone);
}

} // namespace lightwell
