// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/downloadcall.h"

#include "core/async/whendone.h"
#include "core/net/hostrules.h"
#include "core/transport/hostlookup.h"
#include "core/transport/networkerror.h"
#include "core/transport/networkreasons.h"
#include "core/transport/proxychooser.h"

namespace lightwell {

namespace {

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

Resolver systemResolver()
{
    return [](const QString &host, QObject *context, std::function<void(const QList<QHostAddress> &)> found) {
        whenDone(lookUpHost(host), context, std::move(found));
    };
}

DownloadCall::DownloadCall(SocketPool &pool, Setup setup, QObject *parent)
    : BasicCall(setup.request.method,
                setup.hidesPath ? setup.request.url.adjusted(QUrl::RemovePath) : setup.request.url, parent)
    , m_pool(pool)
    , m_setup(std::move(setup))
{
    m_totalTimer.setSingleShot(true);
    connect(&m_totalTimer, &QTimer::timeout, this, [this] { fail(totalTimeoutError(m_setup.request.url.host())); });
    m_totalTimer.start(m_setup.limits.total);
    QMetaObject::invokeMethod(
        this, [this] { follow(m_setup.request.url); }, Qt::QueuedConnection);
}

void DownloadCall::follow(const QUrl &url)
{
    if (hasEnded()) {
        return;
    }
    if (const std::optional<Error> refused = checkDownloadUrl(url, m_setup.own)) {
        return fail(*refused);
    }
    if (const QHostAddress literal = literalAddress(url.host()); !literal.isNull()) {
        return resolved(url, {literal}, {});
    }
    const QNetworkProxy proxy = ProxyChooser::proxyFor(url);
    if (proxy.type() != QNetworkProxy::NoProxy) {
        return fetch(url, {}, proxy); // which resolves the name, in a network we cannot judge
    }
    m_setup.resolver(url.host(), this,
                     [this, url, proxy](const QList<QHostAddress> &addresses) { resolved(url, addresses, proxy); });
}

void DownloadCall::resolved(const QUrl &url, const QList<QHostAddress> &addresses, std::optional<QNetworkProxy> proxy)
{
    if (hasEnded()) {
        return;
    }
    if (addresses.isEmpty()) {
        return fail(networkError(QNetworkReply::HostNotFoundError, url.host(), {}, {}));
    }
    const bool isOwn = leadsToOwn(url, m_setup.own);
    for (const QHostAddress &address : addresses) {
        // The name of this machine leads to this machine; any other of the user's own to where the user says.
        const bool isFine = isLoopbackHost(url.host()) ? address.isLoopback() : true;
        if (!isPublicAddress(address) && !(isOwn && isFine)) {
            return fail(privateAddressError(url.host()));
        }
    }
    fetch(url, addresses, std::move(proxy));
}

void DownloadCall::fetch(const QUrl &url, const QList<QHostAddress> &addresses, std::optional<QNetworkProxy> proxy)
{
    CallSetup setup;
    setup.request = m_setup.request;
    setup.request.url = url;
    setup.limits = m_setup.limits;
    setup.pinned = addresses;
    setup.proxy = std::move(proxy);
    setup.tls = m_setup.tls;
    setup.spoolFolder = m_setup.spoolFolder;
    setup.hidesPath = m_setup.hidesPath;
    m_current = new DirectCall(m_pool, std::move(setup), this);
    connect(m_current, &HttpCall::received, this, &HttpCall::received);
    connect(m_current, &HttpCall::finished, this, [this, url](const HttpResult &result) { answered(url, result); });
}

void DownloadCall::answered(const QUrl &url, const HttpResult &result)
{
    m_current = nullptr;
    m_sent = m_sent || result.delivery != Delivery::NotSent;
    if (result.delivery != Delivery::Answered) {
        return fail(result.error);
    }
    const QByteArray location = result.response.header("Location");
    if (m_setup.maxRedirects == 0 || !isRedirect(result.response.status) || location.isEmpty()) {
        return end(result);
    }
    if (++m_redirects > m_setup.maxRedirects) {
        return fail(transportError(ErrorKind::Upstream, reasons::linkInCircles()));
    }
    follow(url.resolved(QUrl::fromEncoded(location)));
}

void DownloadCall::release()
{
    m_totalTimer.stop();
    if (m_current) {
        m_current->disconnect(this);
        m_current->abort();
    }
}

} // namespace lightwell
