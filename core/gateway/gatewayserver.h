// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/gateway/access.h"
#include "core/gateway/bodybudget.h"
#include "core/gateway/calls/callbook.h"
#include "core/gateway/calls/generationwork.h"
#include "core/gateway/filelinks.h"
#include "core/gateway/gateway.h"
#include "core/gateway/http/listener.h"
#include "core/gateway/metrics.h"
#include "core/gateway/routes.h"

namespace lightwell {

/// A client's body, understood.
struct ReadCall
{
    GenerationCall call;
    QByteArray fingerprint;
    qint64 bodyBytes = 0; ///< unpacked
};

/// The inside of the gateway, all on one thread: checks in a fixed order, then the routes.
class GatewayServer : public QObject
{
    Q_OBJECT
public:
    explicit GatewayServer(const Gateway::Parts &parts);
    ~GatewayServer() override;

    void setCatalog(const Catalog &catalog)
    {
        m_catalog = catalog;
        m_models.clear();
    }
    void start(const GatewayOptions &options);
    void stop();
    void finishAndStop(std::chrono::milliseconds patience);
    void lookAround();

Q_SIGNALS:
    void stateChanged(const lightwell::GatewayState &state);
    void called(const lightwell::GatewayCall &call);

private:
    [[nodiscard]] static Status check(const GatewayOptions &options);
    void listen(const GatewayOptions &options);
    void takeAddresses(quint16 port);
    [[nodiscard]] std::unique_ptr<Listener> makeListener();
    void close();
    void closeListeners();
    void turnOff();
    void stopIfFinished();
    void fail(const Error &error);

    void checkHead(Exchange *exchange);
    void checkKey(Exchange *exchange);
    void rejectKey(Exchange *exchange);
    void checkRoute(Exchange *exchange);
    void admit(Exchange *exchange);
    void handle(Exchange *exchange);
    void generate(Exchange *exchange, CallKind kind);
    void take(Exchange *exchange, const Result<ReadCall> &read);
    void dryRun(Exchange *exchange, const Request &request);
    void sendMetrics(Exchange *exchange);
    void sendFile(Exchange *exchange, const QString &name);
    void readFile(Exchange *exchange, const QString &picture);
    [[nodiscard]] RouteTable::Match routeOf(const Exchange &exchange) const;
    [[nodiscard]] DialectPtr dialectOf(const Exchange &exchange) const { return routeOf(exchange).dialect; }
    void refuse(Exchange *exchange, const Refusal &refusal);
    void fail(Exchange *exchange, const Error &error);
    void tellCall(const Exchange &exchange, int status);
    void respond(Exchange *exchange, GatewayResponse response);
    void beginStream(Exchange *exchange, GatewayResponse head);
    void complete(GatewayResponse &response, const Exchange &exchange); ///< what every answer has, and the log
    void answerWhoeverWaits();

    Gateway::Parts m_parts;
    GatewayOptions m_options;
    Catalog m_catalog;
    const RouteTable m_routes;
    QHash<const Dialect *, GatewayResponse> m_models; ///< the whole list, made when it is first asked for
    AccessRules m_rules;
    Metrics m_metrics;
    BodyBudget m_bodies;
    GenerationWork::Tools m_tools;
    CallBook m_calls;
    std::shared_ptr<Places> m_places; ///< shared by both
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<Listener> m_listenerV6; ///< [::1] beside 127.0.0.1: what "localhost" means differs
    bool m_finishing = false;
    GatewayState m_listening; ///< as it was told last; Off while there is no listener
    QTimer m_lookout; ///< for the addresses of networks that come and go
    QTimer m_patience; ///< while finishing: for the answers that are being made
    QTimer m_farewell; ///< for those that were given to leave
    int m_starts = 0; ///< tells a start that was overtaken by the next
    int m_wrongKeys = 0; ///< in the current minute
    QDateTime m_wrongKeysSince;
};

} // namespace lightwell
