// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/basiccall.h"

#include "core/net/redaction.h"
#include "core/transport/log.h"
#include "core/transport/networkerror.h"
#include "core/transport/networkreasons.h"

namespace lightwell {

using namespace Qt::StringLiterals;

BasicCall::BasicCall(QByteArray method, QUrl url, QObject *parent)
    : HttpCall(parent)
    , m_method(std::move(method))
    , m_url(std::move(url))
{
    m_clock.start();
}

void BasicCall::abort()
{
    fail(transportError(ErrorKind::Cancelled, reasons::callCancelled()));
}

void BasicCall::end(const HttpResult &result)
{
    if (std::exchange(m_ended, true)) {
        return;
    }
    release();
    const QString outcome = result.delivery == Delivery::Answered
        ? u"%1 %2 B"_s.arg(result.response.status).arg(result.response.body.size())
        : errorKindName(result.error.kind)
            + (result.delivery == Delivery::NotSent ? u" (not sent)"_s : u" (may be sent)"_s);
    qCInfo(httpLog).noquote() << loggableTarget(m_method, m_url) << outcome << m_clock.elapsed() << "ms";
    deleteLater();
    Q_EMIT finished(result);
}

void BasicCall::fail(const Error &error)
{
    if (m_ended) {
        return;
    }
    HttpResult result;
    result.delivery = delivery();
    breakOff(result);
    result.error = error;
    result.error.billing = result.delivery == Delivery::NotSent ? Billing::NotBilled : Billing::MayBeBilled;
    end(result);
}

RefusedCall::RefusedCall(const HttpRequest &request, const Error &error, QObject *parent)
    : BasicCall(request.method, request.url, parent)
{
    QMetaObject::invokeMethod(
        this, [this, error] { fail(error); }, Qt::QueuedConnection);
}

} // namespace lightwell
