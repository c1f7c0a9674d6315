// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/inprocesscall.h"

#include "core/transport/networkerror.h"

#include <QTimer>

namespace lightwell {

InProcessCall::InProcessCall(InProcessServer &server, HttpRequest request, const TransportLimits &limits,
                             QObject *parent)
    : BasicCall(request.method, request.url, parent)
    , m_limits(limits)
    , m_url(request.url)
{
    connect(&m_watcher, &QFutureWatcher<HttpResponse>::finished, this, &InProcessCall::answered);
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
    m_watcher.setFuture(server.handle(request));
}

void InProcessCall::answered()
{
    if (m_watcher.isCanceled() || m_watcher.future().resultCount() == 0) {
        return fail(transportError(ErrorKind::Internal, tr("The built-in painter gave no answer.")));
    }
    HttpResult result;
    result.delivery = Delivery::Answered;
    result.response = m_watcher.result();
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
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

} // namespace lightwell
