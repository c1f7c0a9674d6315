// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/webhooks/webhooksignature.h"

#include <QMessageAuthenticationCode>

namespace lightwell::webhooksignature {

QByteArray secretOf(const QByteArray &gatewaySecret, const QString &client)
{
    const QByteArray name = "webhook\n" + client.toUtf8();
    return QMessageAuthenticationCode::hash(name, gatewaySecret, QCryptographicHash::Sha256);
}

QByteArray shown(const QByteArray &secret)
{
    return "whsec_" + secret.toBase64();
}

QByteArray sign(const QByteArray &secret, const QByteArray &id, qint64 timestamp, const QByteArray &body)
{
    const QByteArray text = id + '.' + QByteArray::number(timestamp) + '.' + body;
    return "v1," + QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toBase64();
}

} // namespace lightwell::webhooksignature
