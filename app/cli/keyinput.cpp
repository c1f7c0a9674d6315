// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/keyinput.h"

#include "app/cli/terminal.h"

#include <QCoreApplication>

namespace lightwell::keyinput {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxDocument = 64LL * 1024; ///< bytes

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::KeysCommand)
};

Error refused(const QString &message, const QString &field)
{
    return notSent(ErrorKind::Invalid, message, field);
}

bool isSettled(const CredentialField &field, const QByteArray &key, const Keyring::Fields &fields)
{
    return !field.secret && (fields.contains(field.id) || !field.isNeededWith(key));
}

} // namespace

Result<Keyring::Fields> fields(const ProviderInfo &provider, const QStringList &written)
{
    Keyring::Fields fields;
    for (const QString &entry : written) {
        const QString name = entry.section(u'=', 0, 0).trimmed();
        const CredentialField *field = provider.field(name);
        if (!field || !entry.contains(u'=')) {
            QStringList known;
            for (const CredentialField &each : provider.fields) {
                known.append(each.id);
            }
            return refused(
                known.isEmpty()
                    ? Text::tr("%1 needs nothing besides its key.").arg(provider.name)
                    : Text::tr("--field takes NAME=VALUE. %1 has: %2.").arg(provider.name, known.join(u", "_s)),
                name);
        }
        if (field->secret && !entry.section(u'=', 1).isEmpty()) {
            return refused(Text::tr("%1 is a secret, and other programs can read the command line. Leave it out: "
                                    "Lightwell asks for it, or reads it from standard input after the key.")
                               .arg(name),
                           name);
        }
        fields.insert(name, entry.section(u'=', 1).trimmed().toUtf8());
    }
    return fields;
}

std::optional<QByteArray> key(const ProviderInfo &provider, Terminal &terminal)
{
    std::optional<QByteArray> key = terminal.readSecret(
        provider.keyIsDocument ? Text::tr("Key for %1, as a JSON document or the path of its file:").arg(provider.name)
                               : Text::tr("Key for %1:").arg(provider.name));
    const bool goesOn = key && provider.keyIsDocument && key->startsWith('{') && !Terminal::asksAPerson();
    if (!goesOn) {
        return key;
    }
    const std::optional<Result<QString>> rest = terminal.readAll(maxDocument);
    if (!rest) {
        return std::nullopt;
    }
    return *rest ? *key + '\n' + rest->value().toUtf8() : QByteArray();
}

std::optional<Result<Keyring::Fields>> withSecrets(const ProviderInfo &provider, const QByteArray &key,
                                                   const Keyring::Fields &fields, const KeyState &before,
                                                   Terminal &terminal)
{
    Keyring::Fields all = fields;
    for (const CredentialField &field : provider.fields) {
        const bool isThere = !field.secret && !before.lacks.contains(field.id);
        if (isSettled(field, key, all) || isThere) {
            continue;
        }
        const bool isForOtherKeys = field.secret && !field.optional && !field.isNeededWith(key);
        const bool isUnasked = field.secret && field.optional && !Terminal::asksAPerson() && !fields.contains(field.id);
        if (isForOtherKeys || isUnasked) {
            all.insert(field.id, {}); // the one of the key before would be of no use
            continue;
        }
        const std::optional<QByteArray> value = terminal.readSecret(
            field.optional ? Text::tr("%1 (may stay empty):").arg(field.label) : Text::tr("%1:").arg(field.label));
        if (!value) {
            return std::nullopt;
        }
        if (value->isEmpty() && field.isNeededWith(key)) {
            return Result<Keyring::Fields>(refused(
                field.secret ? Text::tr("%1 was not given, so nothing is kept.").arg(field.label)
                             : Text::tr("%1 was not given, so nothing is kept. Give it with --field %2=…, or set %3.")
                                   .arg(field.label, field.id, field.variable),
                field.id));
        }
        all.insert(field.id, *value);
    }
    return Result<Keyring::Fields>(all);
}

} // namespace lightwell::keyinput
