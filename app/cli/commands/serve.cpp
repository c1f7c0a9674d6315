// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/serve.h"

#include "app/cli/serveoptions.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/gateway/defaultclient.h"
#include "core/gateway/givenkey.h"
#include "core/wording/wording.h"

#include <QJsonArray>
#include <QTimer>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// How long a stop waits for running generations. What is not done by then stands in the journal and is taken up at
/// the next start.
constexpr auto patience = 8s;

} // namespace

QString ServeCommand::name() const
{
    return u"serve"_s;
}

QString ServeCommand::summary() const
{
    return tr("Run the local gateway for other programs.");
}

void ServeCommand::declare(QCommandLineParser &parser) const
{
    declareServeOptions(parser);
}

void ServeCommand::run(const QCommandLineParser &parser, Composition &app, Terminal &terminal)
{
    m_app = &app;
    m_terminal = &terminal;
    const Result<GatewayOptions> options = readServeOptions(parser, app.settings(), app.paths());
    if (!options) {
        terminal.message(wording::sentence(options.error()));
        Q_EMIT finished(ExitUsage);
        return;
    }
    m_fingerprint = options->tls ? options->tls->fingerprint() : QString();
    m_replay = options->answers.replay;
    connect(&app.gateway(), &Gateway::stateChanged, this, &ServeCommand::announce);
    if (!options->requireKey) {
        app.gateway().start(*options);
    } else if (options->givenKey.isEmpty()) {
        const DefaultClient client(app.paths(), app.clients());
        client.fetch(this, [this, options = *options](const Result<QByteArray> &key) { start(options, key); });
    } else {
        const QByteArray key = options->givenKey;
        const auto adopting = app.clients().adopt(givenkey::clientName(key), givenkey::alias(key));
        whenDone(adopting, this, [this, options = *options](const Result<Client> &client) {
            start(options, client ? Result<QByteArray>(options.givenKey) : client.error());
        });
    }
}

void ServeCommand::start(const GatewayOptions &options, const Result<QByteArray> &key)
{
    if (!key) {
        m_terminal->error(key.error());
        Q_EMIT finished(ExitFailed);
        return;
    }
    m_key = *key;
    m_app->gateway().start(options);
}

void ServeCommand::announce()
{
    const GatewayState state = m_app->gateway().state();
    if (state.kind == GatewayState::Kind::Failed) {
        m_terminal->error(state.error);
        Q_EMIT finished(ExitFailed);
        return;
    }
    if (state.kind != GatewayState::Kind::Listening || m_announced) {
        return;
    }
    m_announced = true;
    QJsonObject line {{"event"_L1, u"listening"_s}, {"url"_L1, state.url.toString()}};
    if (!m_key.isEmpty()) {
        line.insert("key"_L1, QString::fromUtf8(m_key));
    }
    if (!m_fingerprint.isEmpty()) {
        line.insert("fingerprint"_L1, m_fingerprint);
    }
    if (!state.others.isEmpty()) {
        QJsonArray others;
        for (const QUrl &url : state.others) {
            others.append(url.toString());
        }
        line.insert("other_urls"_L1, others);
        const QString warning = m_fingerprint.isEmpty()
            ? tr("Other computers can reach this gateway, at %1. Whoever has the key can spend your money, "
                 "and what is sent is not encrypted.")
            : tr("Other computers can reach this gateway, at %1. Whoever has the key can spend your money.");
        m_terminal->message(warning.arg(state.others.first().toString()));
    }
    if (m_replay != ReplayMode::Off) {
        line.insert("replay"_L1, replayModeName(m_replay));
    }
    m_terminal->printJsonLine(line);
    if (m_terminal->isOutputLost()) { // whoever started it learns neither address nor key
        Q_EMIT finished(ExitFailed);
        return;
    }
    m_app->readAuthoritiesAhead();
    m_app->takeUpWork();
}

void ServeCommand::endIfIdle()
{
    const bool listening = m_app->gateway().state().kind == GatewayState::Kind::Listening;
    if (!listening && (m_impatient || m_app->engine().running() == 0)) {
        Q_EMIT finished(ExitDone);
    }
}

void ServeCommand::interrupt()
{
    if (m_stopping) {
        loseThePatience();
        m_app->gateway().finishAndStop(0s);
        return;
    }
    m_stopping = true;
    // Both have to be done: nothing runs any more, and the last answer has left.
    connect(&m_app->engine(), &Engine::idle, this, &ServeCommand::endIfIdle, Qt::QueuedConnection);
    connect(&m_app->gateway(), &Gateway::stateChanged, this, &ServeCommand::endIfIdle, Qt::QueuedConnection);
    m_app->gateway().finishAndStop(patience);
    QTimer::singleShot(patience, this, &ServeCommand::loseThePatience);
}

void ServeCommand::loseThePatience()
{
    // Even now the clients get their answers first.
    m_impatient = true;
    endIfIdle();
}

} // namespace lightwell
