// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "tests/support/standin.h"

#include <deque>

namespace lightwell::test {

/// A vendor as simple as one can be, with every way to go wrong: POST /jobs starts (and bills) work, GET /jobs/1 tells
/// how far it is, GET /pictures/1 is the result (any other path there, too), DELETE /jobs/1 cancels. With `atOnce` the
/// POST answers with the link, which may be a list of them.
/// A "cost" beside the link is what it says the picture cost, in dollars; beside a job, what it is going to.
class ToyVendor : public StandIn
{
public:
    bool atOnce = false;
    /// Beside "toy-key": keys it knows. Those with a status are refused with it.
    QHash<QByteArray, int> keys;
    int polls = 2; ///< answers "running" this often
    int stopAfter = -1; ///< after so many results, jobs stay "running"; negative: no such limit
    bool cancelled = false;
    int billed = 0;
    QByteArray picture; ///< what is served; a small PNG by default
    std::deque<Reply> submitScript; ///< instead of accepting; such replies bill nothing
    std::deque<Reply> pollScript;
    std::deque<Reply> pictureScript;
    std::deque<Reply> cancelScript;
    QStringList lost; ///< paths of pictures that are not there now
    Reply (*afterAccepting)() = nullptr; ///< answers so although the work was accepted and billed

    explicit ToyVendor(const TestServer::Options &options = {});

protected:
    Reply handle(const Received &request) override;

private:
    int m_asked = 0;
};

/// The toy vendor's adapter. `id` lets several of them stand side by side.
class ToyAdapter : public Adapter
{
public:
    explicit ToyAdapter(const QString &id, bool canCancel = true, bool billsOnDisconnect = true);
    [[nodiscard]] ProviderInfo info() const override;
    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const override;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const override;
    [[nodiscard]] QList<Interim> streamed(const Plan &plan, const AdapterState &state,
                                          const StreamEvent &event) const override;
    [[nodiscard]] std::optional<HttpRequest> resume(const AdapterState &state,
                                                    const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> cancel(const AdapterState &state,
                                                    const Credentials &credentials) const override;
    [[nodiscard]] std::optional<HttpRequest> keyCheck(const Credentials &credentials) const override;
    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

private:
    QString m_id;
    bool m_canCancel;
    bool m_billsOnDisconnect;
};

/// The vendor's answer as a stream, for where previews are asked for: a "sketch" event with each of these pictures in
/// base64, one with "words", then "done" with the link of the picture. To be put into submitScript.
[[nodiscard]] Reply toyStream(const QList<QByteArray> &sketches);

/// An offer of `model` at the toy vendor `provider` for this many micro-dollars a picture.
[[nodiscard]] Offer toyOffer(const QString &model, const QString &provider, qint64 micros = 30'000, int maxPerCall = 1);

} // namespace lightwell::test
