// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/gateway/access.h"
#include "core/gateway/bodybudget.h"
#include "core/gateway/calls/callbook.h"
#include "core/gateway/clientlimits.h"
#include "core/gateway/filelinks.h"
#include "core/gateway/gateway.h"
#include "core/gateway/http/listener.h"
#include "core/gateway/jobs/jobbook.h"
#include "core/gateway/metrics.h"
#include "core/gateway/presets/presetsfile.h"
#include "core/gateway/replay/answercache.h"
#include "core/gateway/services/service.h"

namespace lightwell {

/// The inside of the gateway, all on one thread: checks in a fixed order, then the routes.
class GatewayServer : public QObject, private GatewayContext
{
    Q_OBJECT
public:
    explicit GatewayServer(const Gateway::Parts &parts);
    ~GatewayServer() override;

    void setCatalog(const Catalog &catalog)
    {
        m_catalog = catalog;
        for (const std::unique_ptr<Service> &service : m_services) {
            service->catalogChanged();
        }
    }
    void setPresets(const Presets &presets) { m_presets = presets; }
    void setPresetsPath(const QString &path) { m_presetsNow = std::make_unique<PresetsNow>(path); }
    void start(const GatewayOptions &options);
    void stop();
    void finishAndStop(std::chrono::milliseconds patience);
    void lookAround();

Q_SIGNALS:
    void stateChanged(const lightwell::GatewayState &state);
    void called(const lightwell::GatewayCall &call);

private:
    [[nodiscard]] static Status check(const GatewayOptions &options);
    [[nodiscard]] bool keepsItsSocket(const GatewayOptions &options) const;
    void begin();
    void listen(const GatewayOptions &options);
    void takeAddresses(quint16 port);
    [[nodiscard]] std::unique_ptr<Listener> makeListener();
    void close();
    void closeListeners();
    void finishServices();
    void turnOff();
    void stopIfFinished();
    void fail(const Error &error);

    void checkHead(Exchange *exchange);
    void checkKey(Exchange *exchange);
    void rejectKey(Exchange *exchange);
    void checkRoute(Exchange *exchange);
    void admit(Exchange *exchange);
    void handle(Exchange *exchange);
    void noteHangUp(const Exchange &exchange);
    [[nodiscard]] RouteTable::Match routeOf(const Exchange &exchange) const;
    void tellCall(const Exchange &exchange, const GatewayResponse &response);
    void complete(GatewayResponse &response, const Exchange &exchange); ///< what every answer has, and the log
    void answerWhoeverWaits();

    // GatewayContext
    [[nodiscard]] const Gateway::Parts &parts() const override { return m_parts; }
    [[nodiscard]] const GatewayOptions &options() const override { return m_options; }
    [[nodiscard]] const Catalog &catalog() const override { return m_catalog; }
    [[nodiscard]] const Presets &presets() const override { return m_presetsNow ? m_presetsNow->presets() : m_presets; }
    [[nodiscard]] const FileLinks &links() const override { return m_links; }
    [[nodiscard]] const RouteTable &routes() const override { return m_routes; }
    [[nodiscard]] BodyBudget &bodies() override { return m_bodies; }
    [[nodiscard]] CallBook &calls() override { return m_calls; }
    [[nodiscard]] ClientLimits &limits() override { return m_limits; }
    [[nodiscard]] JobBook &jobs() override { return m_jobs; }
    [[nodiscard]] AnswerCache &answerCache() override { return m_words; }
    [[nodiscard]] const Metrics &metrics() const override { return m_metrics; }
    [[nodiscard]] int connections() const override;
    [[nodiscard]] QString scheme() const override;
    [[nodiscard]] QString baseAddress(const GatewayRequest &request) const override;
    [[nodiscard]] bool isFinishing() const override { return m_finishing; }
    [[nodiscard]] DialectPtr dialectOf(const Exchange &exchange) const override { return routeOf(exchange).dialect; }
    void handOver(Exchange *exchange, RouteCall call, const RouteTable::Match &match) override;
    void respond(Exchange *exchange, GatewayResponse response) override;
    void refuse(Exchange *exchange, const Refusal &refusal) override;
    void fail(Exchange *exchange, const Error &error) override;
    void beginStream(Exchange *exchange, GatewayResponse head) override;

    Gateway::Parts m_parts;
    GatewayOptions m_options;
    Catalog m_catalog;
    Presets m_presets;
    std::unique_ptr<PresetsNow> m_presetsNow; ///< nullptr: they come from no file
    const RouteTable m_routes;
    AccessRules m_rules;
    Metrics m_metrics;
    BodyBudget m_bodies;
    FileLinks m_links;
    ClientLimits m_limits;
    AnswerCache m_words;
    JobBook m_jobs; ///< outlives the calls, which tell it of their ends
    CallBook m_calls;
    std::vector<std::unique_ptr<Service>> m_services;
    QHash<RouteCall, Service *> m_handlers; ///< every call has one
    std::shared_ptr<ConnectionSlots> m_slots; ///< shared by both
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
