// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/gateway.h"
#include "core/gateway/http/exchange.h"
#include "core/gateway/routes.h"

#include <QPointer>

#include <vector>

namespace lightwell {

class BodyBudget;
class CallBook;
class ClientLimits;
class FileLinks;
class JobBook;
class AnswerCache;
class Metrics;
struct Presets;

/// What a service may use of the gateway. Lives longer than any of them; everything on the gateway's thread.
class GatewayContext
{
public:
    virtual ~GatewayContext() = default;

    [[nodiscard]] virtual const Gateway::Parts &parts() const = 0;
    [[nodiscard]] virtual const GatewayOptions &options() const = 0; ///< of the present start
    [[nodiscard]] virtual const Catalog &catalog() const = 0;
    [[nodiscard]] virtual const Presets &presets() const = 0; ///< the user's
    [[nodiscard]] virtual const FileLinks &links() const = 0;
    [[nodiscard]] virtual const RouteTable &routes() const = 0;
    [[nodiscard]] virtual BodyBudget &bodies() = 0;
    [[nodiscard]] virtual CallBook &calls() = 0; ///< paid work goes through it, whatever it is
    [[nodiscard]] virtual ClientLimits &limits() = 0; ///< asked before paid work is begun, whatever it is
    [[nodiscard]] virtual JobBook &jobs() = 0;
    [[nodiscard]] virtual AnswerCache &answerCache() = 0;
    [[nodiscard]] virtual const Metrics &metrics() const = 0;
    [[nodiscard]] virtual int connections() const = 0; ///< open now
    [[nodiscard]] virtual QString scheme() const = 0; ///< of the gateway's own addresses: "http" or "https"
    /// With what the gateway's addresses begin in an answer to this request: "http://127.0.0.1:4747/v1".
    [[nodiscard]] virtual QString baseAddress(const GatewayRequest &request) const = 0;
    [[nodiscard]] virtual bool isFinishing() const = 0; ///< no work begins any more
    [[nodiscard]] virtual DialectPtr dialectOf(const Exchange &exchange) const = 0;

    /// Lets the service of another call do it: what is wanted shows in the body alone.
    virtual void handOver(Exchange *exchange, RouteCall call, const RouteTable::Match &match) = 0;
    /// Sends a whole answer. Where one has begun in pieces, its last one; no effect after an answer.
    virtual void respond(Exchange *exchange, GatewayResponse response) = 0;
    virtual void refuse(Exchange *exchange, const Refusal &refusal) = 0;
    virtual void fail(Exchange *exchange, const Error &error) = 0;
    /// The head of an answer in pieces; Exchange::push() and endStream() do the rest.
    virtual void beginStream(Exchange *exchange, GatewayResponse head) = 0;
};

/// What the gateway does at some of its paths: one of these for each group of routes. A request arrives here when host,
/// origin, key, path, method and content type are well, and all of its body is there.
class Service : public QObject
{
public:
    explicit Service(GatewayContext &context)
        : m_context(context)
    {
    }
    [[nodiscard]] virtual QList<RouteCall> calls() const = 0; ///< which of the routes are its own
    /// Answers now or later, through the context. Later means: hold the exchange by QPointer.
    virtual void handle(Exchange *exchange, const RouteTable::Match &match) = 0;
    virtual void begin() { } ///< the gateway starts with new options
    virtual void finish() { } ///< no request is heard from now on; those under way are answered yet
    virtual void close() { } ///< the gateway closes; whoever waited has been answered
    virtual void catalogChanged() { }

protected:
    [[nodiscard]] GatewayContext &context() const { return m_context; }

private:
    GatewayContext &m_context;
};

/// All that the gateway has. A service is added here, and nowhere else.
[[nodiscard]] std::vector<std::unique_ptr<Service>> builtInServices(GatewayContext &context);

} // namespace lightwell
