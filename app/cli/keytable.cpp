// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/keytable.h"

#include "core/adapter/adapterregistry.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace lightwell::keytable {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::KeysCommand)
};

QString sourceText(const KeyState &state)
{
    switch (state.keyIn) {
    case KeySource::Keychain:
        return Text::tr("keychain");
    case KeySource::EncryptedFile:
        return Text::tr("encrypted file");
    case KeySource::Session:
        return Text::tr("this run");
    case KeySource::Environment:
        return Text::tr("environment");
    case KeySource::NotNeeded:
        return Text::tr("needs none");
    case KeySource::None:
        break;
    }
    return state.store == SecretState::Locked ? Text::tr("locked") : Text::tr("none");
}

QString asideName(SetAside::Why why)
{
    return why == SetAside::Why::Refused ? u"refused"_s : u"no_funds"_s;
}

/// "keychain", or "keychain, set aside: refused".
QString keyText(const KeyState &state)
{
    if (!state.setAside) {
        return sourceText(state);
    }
    return state.setAside->why == SetAside::Why::Refused
        ? Text::tr("%1, set aside: refused").arg(sourceText(state))
        : Text::tr("%1, set aside: out of funds").arg(sourceText(state));
}

QString sourceName(KeySource source)
{
    switch (source) {
    case KeySource::Keychain:
        return u"keychain"_s;
    case KeySource::EncryptedFile:
        return u"encrypted_file"_s;
    case KeySource::Session:
        return u"session"_s;
    case KeySource::Environment:
        return u"environment"_s;
    case KeySource::NotNeeded:
        return u"not_needed"_s;
    case KeySource::None:
        break;
    }
    return u"none"_s;
}

QJsonArray fieldsReport(const KeyState &state)
{
    QJsonArray fields;
    for (const KeyFieldState &field : state.fields) {
        QJsonObject entry {{"name"_L1, field.id}, {"source"_L1, sourceName(field.source)}};
        if (!field.value.isEmpty()) {
            entry.insert("value"_L1, field.value);
        }
        fields.append(entry);
    }
    return fields;
}

/// "region=us-west-2, secret_access_key: missing"
QString fieldsText(const KeyState &state)
{
    QStringList texts;
    for (const KeyFieldState &field : state.fields) {
        const bool isSecretOne = field.value.isEmpty() && field.source != KeySource::NotNeeded;
        if (state.lacks.contains(field.id)) {
            texts.append(Text::tr("%1: missing").arg(field.id));
        } else if (isSecretOne && field.source != KeySource::None) {
            texts.append(Text::tr("%1: there").arg(field.id));
        } else if (!field.value.isEmpty()) {
            texts.append(field.id + u'=' + field.value);
        }
    }
    return texts.join(u", "_s);
}

QString variableOf(const KeyState &state, const AdapterRegistry &adapters)
{
    const Adapter *adapter = adapters.find(state.provider);
    return adapter ? adapter->info().keyVariables.value(0) : QString();
}

QJsonObject entryOf(const KeyState &state, const AdapterRegistry &adapters)
{
    QJsonObject entry {{"provider"_L1, state.provider},
                       {"name"_L1, state.name},
                       {"source"_L1, sourceName(state.keyIn)},
                       {"hint"_L1, state.hint},
                       {"variable"_L1, variableOf(state, adapters)}};
    if (state.setAside) {
        entry.insert("set_aside"_L1,
                     QJsonObject {{"why"_L1, asideName(state.setAside->why)},
                                  {"at"_L1, state.setAside->at.toUTC().toString(Qt::ISODateWithMs)},
                                  {"until"_L1, state.setAside->until.toUTC().toString(Qt::ISODateWithMs)}});
    }
    if (!state.fields.isEmpty()) {
        entry.insert("fields"_L1, fieldsReport(state));
        entry.insert("lacks"_L1, QJsonArray::fromStringList(state.lacks));
    }
    return entry;
}

} // namespace

QList<QStringList> rows(const QList<KeyState> &states, const AdapterRegistry &adapters)
{
    QList<QStringList> rows {{Text::tr("PROVIDER"), Text::tr("NAME"), Text::tr("KEY"), Text::tr("ENDS IN"),
                              Text::tr("VARIABLE"), Text::tr("BESIDES THE KEY")}};
    for (const KeyState &provider : states) {
        const QList<KeyState> keys = provider.all();
        for (const KeyState &state : keys) {
            rows.append({state.provider, state.name, keyText(state),
                         state.hint.isEmpty() ? QString() : u"…"_s + state.hint,
                         state.name.isEmpty() ? variableOf(state, adapters) : QString(), fieldsText(state)});
        }
    }
    return rows;
}

QJsonArray report(const QList<KeyState> &states, const AdapterRegistry &adapters)
{
    QJsonArray report;
    for (const KeyState &provider : states) {
        const QList<KeyState> keys = provider.all();
        for (const KeyState &state : keys) {
            report.append(entryOf(state, adapters));
        }
    }
    return report;
}

QString shownName(const KeyId &key)
{
    return key.name.isEmpty() ? key.provider : key.provider + u" ("_s + key.name + u')';
}

bool isStored(KeySource source)
{
    return source == KeySource::Keychain || source == KeySource::EncryptedFile || source == KeySource::Session;
}

bool isLocked(const KeyState &state)
{
    return state.keyIn == KeySource::None && state.store == SecretState::Locked;
}

} // namespace lightwell::keytable
