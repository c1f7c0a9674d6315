// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/calls/generationwork.h"
#include "core/gateway/services/service.h"

namespace lightwell {

/// Makes pictures for programs: reads what they want, says what it would cost, or books the call.
class GenerationService : public Service
{
public:
    explicit GenerationService(GatewayContext &context);
    [[nodiscard]] QList<RouteCall> calls() const override
    {
        return {RouteCall::Generations, RouteCall::Edits, RouteCall::Variations};
    }
    void handle(Exchange *exchange, const RouteTable::Match &match) override;
    void begin() override;

private:
    /// A client's body, understood.
    struct ReadCall
    {
        GenerationCall call;
        QByteArray fingerprint;
        qint64 bodyBytes = 0; ///< unpacked
    };
    /// Where it is much, on the thread pool: unpacks, decodes pictures and takes a hash. `most` is what a body may
    /// have.
    [[nodiscard]] static Result<ReadCall> understand(const Dialect &dialect, GatewayRequest request, CallKind kind,
                                                     qint64 most);
    void take(Exchange *exchange, const Result<ReadCall> &read);
    void prepareAnswer(Exchange *exchange, const GenerationCall &call);
    [[nodiscard]] std::optional<Error> webhookFault(const GenerationCall &call) const;
    void dryRun(Exchange *exchange, const Request &request);

    GenerationWork::Tools m_tools;
};

} // namespace lightwell
