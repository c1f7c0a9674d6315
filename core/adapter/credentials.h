// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace lightwell {

/// Something a vendor must know of its customer besides the key: an account, a region, the second half of a key.
struct CredentialField
{
    QString id; ///< "secret_access_key": its name in Credentials::extra, on the command line and where it is kept
    QString label; ///< as the vendor calls it: "Secret access key"
    QString variable; ///< the environment variable: "AWS_SECRET_ACCESS_KEY"
    /// It is kept like a key and never shown, and belongs to the key it came with: kept with a kept key, from the
    /// environment with one from there.
    bool secret = false;
    bool optional = false;
    QString fallback = {}; ///< what counts where nobody says it: "us-east-1"
    QString hint = {}; ///< how one looks: "https://my-resource.openai.azure.com"
    QUrl page = {}; ///< where the vendor shows it
    QStringList notWithKeys = {}; ///< a key that begins like one of these goes without it
    /// The regular expression that a whole value fits, where it becomes part of a host or a path; empty: any.
    QString form = {};

    /// The field of this id is the provider's address (Credentials::baseUrl), for vendors that have one for each of
    /// their customers.
    static QString address() { return QStringLiteral("base_url"); }
    /// Small letters and digits with hyphens between them: a region, as it stands in hosts.
    static QString regionForm() { return QStringLiteral("[a-z0-9]+(-[a-z0-9]+)*"); }
    [[nodiscard]] bool isNeededWith(const QByteArray &key) const;
    [[nodiscard]] bool fits(const QByteArray &value) const;
};

/// What an adapter needs to speak for the user. Lives in memory only; never logged, never journalled.
struct Credentials
{
    QByteArray key;
    QHash<QString, QByteArray> extra; ///< the provider's fields by their ids, with their fallbacks: "account_id"
    /// Replaces scheme, host, port and any path before the vendor's own first path segment; empty: the vendor's.
    QUrl baseUrl;
    QByteArray token = {}; ///< what the key was exchanged for, where Adapter::signIn() asks for that
    QDateTime now = {}; ///< the time of day in UTC when the adapter is asked, for signatures
    QString keyName = {}; ///< which of the user's keys at the provider it is; empty: the one without a name
    bool isSetAside = false; ///< it was refused or out of funds lately, but there is no other

    [[nodiscard]] QString field(const QString &id) const { return QString::fromUtf8(extra.value(id)); }
};

/// What a person must know to use a provider.
struct ProviderInfo
{
    QString id; ///< "fal"
    QString name; ///< "fal.ai"
    QUrl defaultBaseUrl;
    QUrl keyPage; ///< where the vendor hands out keys
    QStringList keyVariables; ///< environment variables of the key, the usual one first; the first that is set counts
    QList<CredentialField> fields = {}; ///< what is needed besides the key
    /// The key is a JSON document, given as such or by the path of its file; also in the environment.
    bool keyIsDocument = false;
    bool needsKey = true;
    bool needsBaseUrl = false; ///< the user's own address: there is no default
    bool bills = true; ///< false: nothing it does ever costs anything, however it ends
    int callsAtOnce = 64; ///< unless the user says otherwise; others wait
    bool billsOnDisconnect = true; ///< closing the connection does not stop the bill
    QString note; ///< one honest sentence, if there is something to know

    [[nodiscard]] bool takesKey() const { return needsKey || !keyVariables.isEmpty(); } ///< perhaps without need
    [[nodiscard]] const CredentialField *field(const QString &fieldId) const; ///< null: it has none of this id
};

/// All that must never be seen outside: the key, the token and the fields that are secret.
[[nodiscard]] QByteArrayList secretsOf(const ProviderInfo &provider, const Credentials &credentials);

} // namespace lightwell
