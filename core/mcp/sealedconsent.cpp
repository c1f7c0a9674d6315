// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mcp/sealedconsent.h"

#include "core/model/boundedjson.h"

#include <QMessageAuthenticationCode>

namespace lightwell::mcp {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestState = 2048;
constexpr auto coding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray signatureOf(const QByteArray &content, const QByteArray &secret)
{
    return QMessageAuthenticationCode::hash(content, secret, QCryptographicHash::Sha256).toBase64(coding);
}

/// In a time that does not tell where they differ.
bool isSame(const QByteArray &left, const QByteArray &right)
{
    unsigned difference = left.size() == right.size() ? 0 : 1;
    for (qsizetype i = 0; i < std::min(left.size(), right.size()); ++i) {
        difference |= unsigned(uchar(left.at(i)) ^ uchar(right.at(i)));
    }
    return difference == 0;
}

} // namespace

QString sealConsent(const PendingConsent &consent, const QByteArray &secret)
{
    const QJsonObject object {{u"client"_s, consent.client},
                              {u"call"_s, QString::fromLatin1(consent.fingerprint.toHex())},
                              {u"price"_s, consent.price.toJson()},
                              {u"until"_s, consent.until.toMSecsSinceEpoch()},
                              {u"number"_s, QString::fromLatin1(consent.number)}};
    const QByteArray content = QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(coding);
    return QString::fromLatin1(content + '.' + signatureOf(content, secret));
}

std::optional<PendingConsent> openConsent(const QString &text, const QByteArray &secret, const QDateTime &now)
{
    const QByteArray state = text.size() <= longestState ? text.toLatin1() : QByteArray();
    const qsizetype dot = state.indexOf('.');
    if (dot < 0 || secret.isEmpty() || !isSame(state.mid(dot + 1), signatureOf(state.left(dot), secret))) {
        return std::nullopt;
    }
    const Result<QJsonObject> object = readJsonObject(QByteArray::fromBase64(state.left(dot), coding), jsonlimits::own);
    if (!object) {
        return std::nullopt;
    }
    PendingConsent consent;
    consent.client = object->value("client"_L1).toString();
    consent.fingerprint = QByteArray::fromHex(object->value("call"_L1).toString().toLatin1());
    consent.price = Money::fromJson(object->value("price"_L1));
    consent.until = QDateTime::fromMSecsSinceEpoch(object->value("until"_L1).toInteger(), Qt::UTC);
    consent.number = object->value("number"_L1).toString().toLatin1();
    return consent.until < now ? std::nullopt : std::optional(consent);
}

} // namespace lightwell::mcp
