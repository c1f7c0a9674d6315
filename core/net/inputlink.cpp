// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/inputlink.h"

#include "core/net/hostrules.h"
#include "core/net/linkreasons.h"

#include <QUrl>

#include <algorithm>

namespace lightwell::inputlink {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar cut = u'…';

bool startsWith(QByteArrayView text, QByteArrayView beginning)
{
    return text.size() >= beginning.size() && text.first(beginning.size()).compare(beginning, Qt::CaseInsensitive) == 0;
}

/// Where the part begins that is kept nowhere; -1: there is none.
qsizetype secretAt(const QString &link)
{
    const auto found = std::find_if(link.cbegin(), link.cend(), [](QChar c) { return c == u'?' || c == u'#'; });
    return found == link.cend() ? -1 : std::distance(link.cbegin(), found);
}

/// What no address has. A backslash is a slash to some programs and none to others, so they see another host.
bool isUnusable(QChar c)
{
    return c <= u' ' || c > u'~' || c == u'\\' || c == u'"' || c == u'<' || c == u'>';
}

void addSecrets(QByteArrayList &secrets, const QString &link)
{
    if (const qsizetype at = secretAt(link); at >= 0) {
        const QByteArray query = link.mid(at + 1).toUtf8();
        secrets.append(query);
        if (const QByteArray decoded = QByteArray::fromPercentEncoding(query); decoded != query) {
            secrets.append(decoded);
        }
    }
}

} // namespace

bool isLink(QByteArrayView text)
{
    return startsWith(text, "https://") || startsWith(text, "http://");
}

std::optional<Reason> faultIn(const QString &link)
{
    if (link.size() > longest) {
        return reasons::inputLinkTooLong(longest);
    }
    if (link.endsWith(cut)) {
        return reasons::inputLinkCut(QUrl(link.chopped(1)).host());
    }
    const QUrl url(link, QUrl::StrictMode);
    if (std::any_of(link.cbegin(), link.cend(), isUnusable) || !url.isValid() || url.host().isEmpty()) {
        return reasons::inputLinkUnreadable();
    }
    if (url.scheme() != "https"_L1) {
        return reasons::inputLinkUnencrypted();
    }
    if (url.authority().contains(u'@')) {
        return reasons::inputLinkNamesUser();
    }
    return isLocalHost(url.host()) ? std::optional(reasons::inputLinkIsPrivate(url.host())) : std::nullopt;
}

QString forRecord(const QString &link)
{
    const qsizetype at = secretAt(link);
    return at < 0 || link.endsWith(cut) ? link : QString(link.left(at) + cut);
}

void cutAll(Request &request)
{
    for (InputImage &image : request.images) {
        image.link = forRecord(image.link);
    }
    if (request.mask) {
        request.mask->link = forRecord(request.mask->link);
    }
}

QByteArrayList secretsOf(const Request &request)
{
    QByteArrayList secrets;
    for (const InputImage &image : request.images) {
        addSecrets(secrets, image.link);
    }
    if (request.mask) {
        addSecrets(secrets, request.mask->link);
    }
    return secrets;
}

} // namespace lightwell::inputlink
