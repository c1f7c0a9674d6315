// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/basiccall.h"

#include <QFuture>

namespace lightwell {

/// A request that a part of this very program answers.
class InProcessCall : public BasicCall
{
    Q_OBJECT
public:
    InProcessCall(InProcessServer &server, HttpRequest request, const TransportLimits &limits, QObject *parent);

protected:
    void release() override;
    [[nodiscard]] Delivery delivery() const override { return m_sent ? Delivery::MaybeSent : Delivery::NotSent; }

private:
    void begin(InProcessServer &server, const HttpRequest &request);
    void answered(HttpResponse response);

    QFuture<HttpResponse> m_answer;
    TransportLimits m_limits;
    QUrl m_url;
    bool m_sent = false;
};

} // namespace lightwell
