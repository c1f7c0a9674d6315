// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/credentials.h"

#include <QRegularExpression>

#include <algorithm>

namespace lightwell {

bool CredentialField::isNeededWith(const QByteArray &key) const
{
    return !optional && fallback.isEmpty()
        && std::none_of(notWithKeys.begin(), notWithKeys.end(),
                        [&key](const QString &beginning) { return key.startsWith(beginning.toLatin1()); });
}

bool CredentialField::fits(const QByteArray &value) const
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(form));
    return form.isEmpty() || expression.match(QString::fromUtf8(value)).hasMatch();
}

const CredentialField *ProviderInfo::field(const QString &fieldId) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&fieldId](const CredentialField &field) { return field.id == fieldId; });
    return found == fields.end() ? nullptr : &*found;
}

QByteArrayList secretsOf(const ProviderInfo &provider, const Credentials &credentials)
{
    QByteArrayList secrets {credentials.key, credentials.token};
    for (const CredentialField &field : provider.fields) {
        if (field.secret) {
            secrets.append(credentials.extra.value(field.id));
        }
    }
    secrets.removeAll({});
    return secrets;
}

} // namespace lightwell
