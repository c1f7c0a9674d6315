// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/serve.h"

#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/gateway/defaultkey.h"

#include <QJsonDocument>
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
    parser.addOptions({
        {u"address"_s, tr("The address to listen on; 127.0.0.1 by default."), u"ADDRESS"_s},
        {u"port"_s, tr("The port; 4747 by default, 0 picks a free one."), u"PORT"_s},
        {u"key"_s, tr("The key clients must send, instead of the one made on the first start."), u"KEY"_s},
        {u"no-auth"_s, tr("Ask for no key. Only on an address of this computer.")},
    });
}

void ServeCommand::run(const QCommandLineParser &parser, Composition &house, Terminal &terminal)
{
    m_house = &house;
    m_terminal = &terminal;
    GatewayOptions options;
    bool isNumber = true;
    const uint port = parser.isSet(u"port"_s) ? parser.value(u"port"_s).toUInt(&isNumber) : options.port;
    const QString address = parser.isSet(u"address"_s) ? parser.value(u"address"_s) : u"127.0.0.1"_s;
    const bool conflict = parser.isSet(u"key"_s) && parser.isSet(u"no-auth"_s);
    if (!isNumber || port > 65535 || !options.address.setAddress(address) || conflict
        || !parser.positionalArguments().isEmpty()) {
        terminal.message(conflict ? tr("--key and --no-auth exclude each other.")
                                  : tr("--port is a number up to 65535 and --address an IP address."));
        Q_EMIT finished(ExitUsage);
        return;
    }
    options.port = static_cast<quint16>(port);
    options.requireKey = !parser.isSet(u"no-auth"_s);
    options.allowedOrigins = house.settings().toStringList(Setting::GatewayOrigins);

    connect(&house.gateway(), &Gateway::stateChanged, this, &ServeCommand::announce);
    if (!options.requireKey) {
        house.gateway().start(options);
        return;
    }
    m_key = parser.value(u"key"_s).toUtf8();
    if (m_key.isEmpty()) {
        Result<QByteArray> kept = defaultClientKey(house.paths());
        if (!kept) {
            terminal.error(kept.error());
            Q_EMIT finished(ExitFailed);
            return;
        }
        m_key = *kept;
    }
    whenDone(house.clients().adopt(tr("This computer"), m_key), this, [this, options](const Result<Client> &client) {
        if (!client) {
            m_terminal->error(client.error());
            Q_EMIT finished(ExitFailed);
            return;
        }
        m_house->gateway().start(options);
    });
}

void ServeCommand::announce()
{
    const GatewayState state = m_house->gateway().state();
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
    m_terminal->print(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)));
    m_house->takeUpWork();
}

void ServeCommand::endIfIdle()
{
    const bool listening = m_house->gateway().state().kind == GatewayState::Kind::Listening;
    if (!listening && (m_impatient || m_house->engine().running() == 0)) {
        Q_EMIT finished(ExitDone);
    }
}

void ServeCommand::interrupt()
{
    if (m_stopping) {
        loseThePatience();
        m_house->gateway().finishAndStop(0s);
        return;
    }
    m_stopping = true;
    // Both have to be done: nothing runs any more, and the last answer has left.
    connect(&m_house->engine(), &Engine::idle, this, &ServeCommand::endIfIdle, Qt::QueuedConnection);
    connect(&m_house->gateway(), &Gateway::stateChanged, this, &ServeCommand::endIfIdle, Qt::QueuedConnection);
    m_house->gateway().finishAndStop(patience);
    QTimer::singleShot(patience, this, &ServeCommand::loseThePatience);
}

void ServeCommand::loseThePatience()
{
    // Even now the clients get their answers first.
    m_impatient = true;
    endIfIdle();
}

} // namespace lightwell
