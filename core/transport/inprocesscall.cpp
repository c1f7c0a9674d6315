// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/inprocesscall.h"

#include "core/async/whendone.h"
#include "core/transport/networkerror.h"
#include "core/transport/networkreasons.h"

#include <QTimer>

namespace lightwell {

InProcessCall::InProcessCall(InProcessServer &server, HttpRequest request, const TransportLimits &limits,
                             QObject *parent)
    : BasicCall(request.method, request.url, parent)
    , m_limits(limits)
    , m_url(request.url)
{
    QMetaObject::invokeMethod(
        this, [this, &server, request = std::move(request)] { begin(server, request); }, Qt::QueuedConnection);
    QTimer::singleShot(limits.total, this, [this] { fail(totalTimeoutError(m_url.scheme())); });
}

void InProcessCall::begin(InProcessServer &server, const HttpRequest &request)
{
    if (hasEnded()) {
        return;
    }
    m_sent = true;
    m_answer = server.handle(request);
    whenDone(m_answer, this, [this](const HttpResponse &response) { answered(response); });
}

void InProcessCall::answered(HttpResponse response)
{
    if (hasEnded()) {
        return;
    }
    if (response.status == 0) { // it was given up
        return fail(transportError(ErrorKind::Internal, reasons::builtInSilent()));
    }
    HttpResult result;
    result.delivery = Delivery::Answered;
    result.response = std::move(response);
    result.response.url = m_url;
    const qint64 size = result.response.body.size();
    if (size > m_limits.maxResponseBytes) {
        return fail(tooLargeError(m_url.scheme(), m_limits.maxResponseBytes));
    }
    Q_EMIT received(size, size);
    end(std::move(result));
}

void InProcessCall::release()
{
    m_answer.cancel(); // what it brings all the same is told to nobody: the call has ended
}

} // namespace lightwell
