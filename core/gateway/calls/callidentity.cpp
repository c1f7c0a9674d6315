// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/callidentity.h"

#include "core/gateway/access.h"
#include "core/model/projectname.h"
#include "core/net/redaction.h"
#include "core/wording/gatewayreasons.h"

#include <QCryptographicHash>
#include <QUrl>

namespace lightwell {

CallIdentity CallIdentity::of(const GatewayRequest &request, const QString &client, const QByteArray &fingerprint)
{
    CallIdentity identity;
    identity.client = client;
    if (const QByteArray key = request.header("Idempotency-Key"); !key.isEmpty()) {
        identity.keyHash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex();
    }
    identity.fingerprint = fingerprint;
    identity.isRepetition = request.header("x-stainless-retry-count").toInt() > 0;
    identity.mayComeBack = !identity.keyHash.isEmpty() || request.hasHeader("x-stainless-retry-count");
    const Result<QString> project = projectOf(request);
    identity.project = project ? *project : QString();
    identity.notes = callNotesOf(request);
    return identity;
}

namespace {

/// Empty where the client's key is in it.
QString notedHeader(const GatewayRequest &request, const QByteArray &value)
{
    if (value.isEmpty()) {
        return {};
    }
    const QByteArray key = shownKey(request);
    const bool holdsKey = !key.isEmpty() && value.contains(key);
    return holdsKey ? QString() : notedWord(redacted(QString::fromUtf8(value)));
}

} // namespace

CallNotes callNotesOf(const GatewayRequest &request)
{
    CallNotes notes;
    notes.path = notedWord(request.path);
    notes.userAgent = notedHeader(request, request.header("User-Agent"));
    const QByteArray said = request.header("HTTP-Referer");
    const QUrl page = QUrl::fromEncoded(said.isEmpty() ? request.header("Referer") : said);
    if (page.isValid() && !page.host().isEmpty()) {
        notes.referer =
            notedHeader(request, page.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
    }
    return notes;
}

Result<QString> projectOf(const GatewayRequest &request)
{
    constexpr auto name = "X-Lightwell-Project";
    if (!request.hasHeader(name)) {
        return QString();
    }
    const QByteArray bytes = request.header(name).trimmed();
    const QString project = QString::fromUtf8(bytes);
    if (request.count(name) > 1 || project.toUtf8() != bytes || !isProjectName(project)) {
        return notSent(ErrorKind::Invalid, reasons::projectUnusable(longestProjectName), QString::fromLatin1(name));
    }
    return project;
}

bool CallIdentity::isSame(const CallIdentity &first, bool isSettled, const CallIdentity &repeated)
{
    if (first.client != repeated.client) {
        return false;
    }
    if (!repeated.keyHash.isEmpty()) {
        return first.keyHash == repeated.keyHash;
    }
    return repeated.isRepetition && first.fingerprint == repeated.fingerprint && !isSettled;
}

bool CallIdentity::mayShare(const CallIdentity &running, const CallIdentity &other)
{
    return !other.shareKey.isEmpty() && other.keyHash.isEmpty() && running.shareKey == other.shareKey
        && running.client == other.client && running.project == other.project;
}

Origin originOf(const CallIdentity &identity)
{
    Origin origin {Origin::Kind::Gateway, identity.client};
    origin.keyHash = QString::fromLatin1(identity.keyHash);
    origin.project = identity.project;
    origin.notes = identity.notes;
    if (identity.mayComeBack) {
        origin.fingerprint = QString::fromLatin1(identity.fingerprint.toHex());
    }
    return origin;
}

} // namespace lightwell
