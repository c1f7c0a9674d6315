// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// A vendor that answers every call with its pictures: one request, one answer, no job to poll, resume or cancel. What
/// the request looks like and what the answer means is the subclass's affair. A seed that the answer does not repeat is
/// kept in the state ("seed"), and told with its picture.
class SynchronousAdapter : public Adapter
{
public:
    explicit SynchronousAdapter(ProviderInfo info);

    [[nodiscard]] ProviderInfo info() const final { return m_info; }
    [[nodiscard]] Step begin(const Plan &plan, const PlannedCall &call, const Credentials &credentials) const final;
    [[nodiscard]] Step advance(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                               const Credentials &credentials) const final;
    [[nodiscard]] std::optional<HttpRequest> keyCheck(const Credentials &credentials) const final;
    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override;

protected:
    [[nodiscard]] const QString &name() const { return m_info.name; }
    [[nodiscard]] const QUrl &defaultBaseUrl() const { return m_info.defaultBaseUrl; }

    /// The base address for these credentials, for vendors whose address names account or region. The user's own, or
    /// none, unless a vendor says otherwise; invalid where a field is of no use in one.
    [[nodiscard]] virtual QUrl home(const Credentials &credentials) const { return credentials.baseUrl; }
    /// The plan as this account calls it, for vendors where customers name their models themselves.
    [[nodiscard]] virtual Plan localized(const Plan &plan, const Credentials &credentials) const;
    /// The paid request, without authorization. `baseUrl` is home().
    [[nodiscard]] virtual Result<HttpRequest> write(const Plan &plan, const PlannedCall &call,
                                                    const QUrl &baseUrl) const = 0;
    /// A free request for checking the key, without authorization.
    [[nodiscard]] virtual HttpRequest writeKeyCheck(const QUrl &baseUrl) const = 0;
    virtual void identify(HttpRequest &request, const Credentials &credentials) const = 0;
    /// Whether the answer to this plan's request may come as an event stream.
    [[nodiscard]] virtual bool streams(const Plan &plan) const;
    /// A successful answer: Done, or an error that may be billed.
    [[nodiscard]] virtual Step readAnswer(const Plan &plan, const AdapterState &state, const HttpResponse &response,
                                          const QByteArray &key) const = 0;
    [[nodiscard]] virtual Error readError(const HttpResponse &response, const Offer &offer,
                                          const QByteArray &key) const = 0;

private:
    ProviderInfo m_info;
};

} // namespace lightwell
