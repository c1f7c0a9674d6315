// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/secrets/environment.h"
#include "core/secrets/keydocument.h"
#include "core/secrets/keyfields.h"
#include "core/secrets/keyreasons.h"
#include "core/secrets/keyringprivate.h"
#include "core/secrets/keyvalue.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

Error emptySecret()
{
    return notSent(ErrorKind::Invalid, reasons::keyEmpty(), u"key"_s);
}

} // namespace

void Keyring::Private::set(const KeyId &id, const QByteArray &key, KeySource place, const OnStored &onStored)
{
    const Adapter *adapter = adapters.find(id.provider);
    if (adapter == nullptr) {
        onStored(unknownProvider(id.provider));
        return;
    }
    if (!isKeyName(id.name)) {
        onStored(notSent(ErrorKind::Invalid, reasons::keyNameUnusable(), u"name"_s));
        return;
    }
    const Result<QByteArray> text =
        adapter->info().keyIsDocument ? keydocument::inOneLine(key) : Result<QByteArray>(key.trimmed());
    if (!text) {
        onStored(text.error());
        return;
    }
    if (const Reason problem = keyProblem(*text); !problem.isEmpty()) {
        onStored(notSent(ErrorKind::Invalid, problem));
        return;
    }
    if (text->isEmpty()) {
        onStored(emptySecret());
        return;
    }
    stores.store(entryOf(id), *text, place, [this, id, place, onStored](const Status &stored) {
        noteName(id, place, stored);
        onStored(stored);
    });
}

/// A key that was changed is worth trying again.
void Keyring::Private::noteName(const KeyId &id, KeySource place, const Status &stored)
{
    if (!stored) {
        return;
    }
    if (place == KeySource::Session) {
        book.addForThisRun(id);
    } else {
        book.add(id);
    }
}

void Keyring::Private::setFields(const KeyId &id, const Fields &fields, KeySource place, const OnStored &onStored)
{
    const Adapter *adapter = adapters.find(id.provider);
    if (adapter == nullptr) {
        onStored(unknownProvider(id.provider));
        return;
    }
    if (!isKeyName(id.name)) {
        onStored(notSent(ErrorKind::Invalid, reasons::keyNameUnusable(), u"name"_s));
        return;
    }
    const ProviderInfo info = adapter->info();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const CredentialField *wanted = info.field(field.key());
        const Reason problem = wanted ? fieldProblem(info, *wanted, field.value().trimmed())
                                      : reasons::fieldUnknown(info.name, field.key());
        const bool isAddress = field.key() == CredentialField::address() && !field.value().isEmpty();
        const Result<QUrl> address =
            isAddress ? environment::checkedBaseUrl(QString::fromUtf8(field.value()), info.name) : Result<QUrl>(QUrl());
        if (!problem.isEmpty() || !address) {
            onStored(address ? notSent(ErrorKind::Invalid, problem, field.key()) : address.error());
            return;
        }
    }
    const QString entry = fieldsEntryOf(id);
    const auto find = [this, id, entry, fields, place, onStored](const KeyStores::Found &kept) {
        if (kept.secret.isEmpty() && wouldNotSay(kept.state) && place != KeySource::Session) {
            onStored(reasonOf(kept)); // what is there already must not be lost
            return;
        }
        keyfields::Values values = keyfields::fromEntry(kept.secret);
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            values.insert(field.key(), field.value().trimmed());
        }
        values.removeIf([](const auto &field) { return field.value().isEmpty(); });
        const auto end = [this, id, onStored](const Status &stored) {
            if (stored) {
                book.takeBack(id);
            }
            onStored(stored);
        };
        if (values.isEmpty()) {
            stores.remove(entry, end);
        } else {
            stores.store(entry, keyfields::toEntry(values), place, end);
        }
    };
    stores.find(entry, KeyStores::MayPrompt::Yes, find);
}

void Keyring::Private::remove(const KeyId &id, const OnStored &onRemoved)
{
    const Adapter *adapter = adapters.find(id.provider);
    const bool hasFields = adapter != nullptr && !adapter->info().fields.isEmpty();
    const auto end = [this, id, onRemoved](const Status &removed) {
        if (removed) {
            book.remove(id);
        }
        onRemoved(removed);
    };
    stores.remove(entryOf(id), [this, id, hasFields, end](const Status &removed) {
        if (!removed || !hasFields) {
            end(removed);
            return;
        }
        stores.remove(fieldsEntryOf(id), end);
    });
}

} // namespace lightwell
