// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keybook.h"

#include "core/model/boundedjson.h"
#include "core/model/json.h"
#include "core/storage/durablefile.h"
#include "core/storage/readfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxBytes = 256LL * 1024;
constexpr int lockTimeoutMs = 5000;

constexpr json::Names whyNames({
    std::pair {SetAside::Why::Refused, "refused"},
    {SetAside::Why::Funds, "funds"},
});

QJsonObject toJson(const KeyBook::Provider &provider)
{
    QJsonArray aside;
    for (auto one = provider.aside.begin(); one != provider.aside.end(); ++one) {
        aside.append(QJsonObject {{"name"_L1, one.key()},
                                  {"why"_L1, whyNames.name(one->state.why)},
                                  {"at"_L1, json::fromTime(one->state.at)},
                                  {"until"_L1, json::fromTime(one->state.until)},
                                  {"hint"_L1, one->hint}});
    }
    return {{"names"_L1, QJsonArray::fromStringList(provider.names)}, {"set_aside"_L1, aside}};
}

KeyBook::Provider fromJson(const QJsonObject &object)
{
    KeyBook::Provider provider;
    const QJsonArray names = object.value("names"_L1).toArray();
    for (const QJsonValue &name : names) {
        if (!name.toString().isEmpty() && !provider.names.contains(name.toString())) {
            provider.names.append(name.toString());
        }
    }
    const QJsonArray aside = object.value("set_aside"_L1).toArray();
    for (const QJsonValue &one : aside) {
        const SetAside state {whyNames.value(one["why"_L1].toString()).value_or(SetAside::Why::Refused),
                              json::toTime(one["at"_L1]), json::toTime(one["until"_L1])};
        provider.aside.insert(one["name"_L1].toString(), {state, one["hint"_L1].toString()});
    }
    return provider;
}

QHash<QString, KeyBook::Provider> read(const QString &file)
{
    QHash<QString, KeyBook::Provider> book;
    const Result<QByteArray> bytes = readRegularFile(file, maxBytes);
    const Result<QJsonDocument> document = bytes ? readJson(*bytes, jsonlimits::answer) : bytes.error();
    const QJsonObject providers = document ? document->object().value("providers"_L1).toObject() : QJsonObject();
    for (auto provider = providers.begin(); provider != providers.end(); ++provider) {
        book.insert(provider.key(), fromJson(provider->toObject()));
    }
    return book;
}

} // namespace

/// A change on its way to the disk.
struct KeyBook::Pending
{
    Change change;
    std::atomic_bool isWritten = false;
};

KeyBook::KeyBook(QString file)
    : m_file(std::move(file))
{
    m_writer.setMaxThreadCount(1); // one after another, as they came
}

KeyBook::~KeyBook()
{
    m_writer.waitForDone();
}

void KeyBook::apply(Book &book, const Change &change)
{
    Provider &provider = book[change.key.provider];
    switch (change.kind) {
    case Kind::Add:
        if (!change.key.name.isEmpty() && !provider.names.contains(change.key.name)) {
            provider.names.append(change.key.name);
        }
        provider.aside.remove(change.key.name);
        break;
    case Kind::Remove:
        provider.names.removeAll(change.key.name);
        provider.aside.remove(change.key.name);
        break;
    case Kind::SetAside:
        provider.aside.insert(change.key.name, change.aside);
        break;
    case Kind::TakeBack:
        provider.aside.remove(change.key.name);
        break;
    }
    if (provider.names.isEmpty() && provider.aside.isEmpty()) {
        book.remove(change.key.provider);
    }
}

bool KeyBook::write(const QString &file, const Change &change)
{
    QLockFile lock(file + ".lock"_L1);
    if (!lock.tryLock(lockTimeoutMs)) {
        return false;
    }
    Book book = read(file);
    apply(book, change);
    QJsonObject providers;
    for (auto provider = book.begin(); provider != book.end(); ++provider) {
        providers.insert(provider.key(), toJson(*provider));
    }
    const QJsonObject whole {{"version"_L1, 1}, {"providers"_L1, providers}};
    return writeDurably(file, QJsonDocument(whole).toJson()).ok();
}

void KeyBook::note(const Change &change)
{
    auto pending = std::make_shared<Pending>();
    pending->change = change;
    m_pending.append(pending);
    if (!m_file.isEmpty()) {
        const auto writing = [file = m_file, pending] { pending->isWritten = write(file, pending->change); };
        static_cast<void>(QtConcurrent::run(&m_writer, writing));
    }
}

void KeyBook::look()
{
    // Asked before the file is read: what is written by then is in it.
    m_pending.removeIf([](const std::shared_ptr<Pending> &pending) { return pending->isWritten.load(); });
    if (m_file.isEmpty()) {
        return;
    }
    const std::optional<FileMark> seen = FileMark::of(m_file);
    if (!seen || seen != m_seen) {
        m_written = read(m_file);
        m_seen = seen;
    }
}

KeyBook::Provider KeyBook::of(const QString &provider)
{
    look();
    Book book {{provider, m_written.value(provider)}};
    for (const std::shared_ptr<Pending> &pending : std::as_const(m_pending)) {
        if (pending->change.key.provider == provider) {
            apply(book, pending->change);
        }
    }
    Provider known = book.value(provider);
    QStringList passing = m_thisRun.values(provider);
    std::reverse(passing.begin(), passing.end()); // as they came
    for (const QString &name : std::as_const(passing)) {
        if (!known.names.contains(name)) {
            known.names.append(name);
        }
    }
    return known;
}

void KeyBook::add(const KeyId &key)
{
    const Provider known = of(key.provider);
    m_thisRun.remove(key.provider, key.name);
    if (known.aside.contains(key.name) || (!key.name.isEmpty() && !known.names.contains(key.name))) {
        note({Kind::Add, key});
    }
}

void KeyBook::addForThisRun(const KeyId &key)
{
    const bool isKnown = key.name.isEmpty() || of(key.provider).names.contains(key.name);
    if (!isKnown) {
        m_thisRun.insert(key.provider, key.name);
    }
    takeBack(key);
}

void KeyBook::remove(const KeyId &key)
{
    m_thisRun.remove(key.provider, key.name);
    const Provider known = of(key.provider);
    if (known.names.contains(key.name) || known.aside.contains(key.name)) {
        note({Kind::Remove, key});
    }
}

void KeyBook::setAside(const KeyId &key, const Aside &aside)
{
    note({Kind::SetAside, key, aside});
}

void KeyBook::takeBack(const KeyId &key)
{
    if (of(key.provider).aside.contains(key.name)) {
        note({Kind::TakeBack, key});
    }
}

} // namespace lightwell
