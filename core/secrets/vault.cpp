// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/vault.h"

#include "core/secrets/keyreasons.h"
#include "core/secrets/wipe.h"
#include "core/storage/durablefile.h"
#include "core/storage/readfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QScopeGuard>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

const QByteArray magic = "LWKEYS01";
constexpr qsizetype magicSize = 8;
constexpr qsizetype saltAt = magicSize + 2 * static_cast<qsizetype>(sizeof(quint64));
constexpr qsizetype saltSize = crypto_pwhash_SALTBYTES;
constexpr qsizetype checkAt = saltAt + saltSize;
constexpr qsizetype checkSize = 32;
constexpr qsizetype headSize = checkAt + checkSize;
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype idSize = 16;
const QString aboutKey = u"#"_s; // no entry is called so
constexpr qsizetype maxFileSize = 1024LL * 1024;
// What a file may ask for; a made-up head must not eat all memory.
constexpr quint64 maxOperations = 20;
constexpr quint64 maxMemory = 1024LL * 1024 * 1024;
constexpr int lockTimeoutMs = 5000;

const unsigned char *bytes(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

unsigned char *bytes(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray result(size, '\0');
    randombytes_buf(result.data(), static_cast<std::size_t>(size));
    return result;
}

SecretAnswer denied(const Reason &why)
{
    return {SecretState::Denied, {}, why};
}

SecretAnswer damaged(const QString &file)
{
    return denied(reasons::keyFileDamaged(QDir::toNativeSeparators(file)));
}

SecretAnswer locked(const Reason &why)
{
    return {SecretState::Locked, {}, why};
}

Vault::Cost costIn(const QByteArray &head)
{
    return {qFromLittleEndian<quint64>(head.constData() + magicSize),
            qFromLittleEndian<quint64>(head.constData() + magicSize + sizeof(quint64))};
}

QByteArray headFor(const Vault::Cost &cost)
{
    QByteArray head = magic;
    head.resize(saltAt);
    qToLittleEndian<quint64>(cost.operations, head.data() + magicSize);
    qToLittleEndian<quint64>(cost.memory, head.data() + magicSize + sizeof(quint64));
    return head + randomBytes(saltSize);
}

/// Key and check value from the passphrase; the first `checkAt` bytes of `head` say how.
bool derive(const QByteArray &head, const QByteArray &passphrase, SecureKey &key, QByteArray &check)
{
    const auto [operations, memory] = costIn(head);
    std::array<unsigned char, SecureKey::size + checkSize> derived = {};
    if (operations > maxOperations || memory > maxMemory || !key.isValid()
        || crypto_pwhash(derived.data(), derived.size(), passphrase.constData(),
                         static_cast<unsigned long long>(passphrase.size()), bytes(head) + saltAt, operations,
                         static_cast<std::size_t>(memory), crypto_pwhash_ALG_ARGON2ID13)
            != 0) {
        return false;
    }
    std::memcpy(key.data(), derived.data(), SecureKey::size);
    check = QByteArray(reinterpret_cast<const char *>(derived.data()) + SecureKey::size, checkSize);
    sodium_memzero(derived.data(), derived.size());
    return true;
}

/// The whole file; empty with a reason where it cannot be read or is none.
QByteArray readAll(const QString &path, SecretAnswer &reason)
{
    Result<QByteArray> data = readRegularFile(path, maxFileSize);
    if (!data) {
        reason = data.error().kind == ErrorKind::Invalid ? damaged(path) : denied(data.error().why());
        return {};
    }
    if (data->size() < headSize + nonceSize + tagSize || !data->startsWith(magic)) {
        reason = damaged(path);
        return {};
    }
    return std::move(data).value();
}

} // namespace

struct Vault::Contents
{
    QJsonObject entries;
    QString id; ///< of the vault; empty: it was last written when there were no ids
    qint64 count = 0; ///< how often it was written
};

Vault::Vault(QString file)
    : Vault(std::move(file), Cost())
{
}

Vault::Vault(QString file, Cost cost, QString witness)
    : m_file(std::move(file))
    , m_cost(cost)
    , m_usable(sodium_init() >= 0)
    , m_witness(std::move(witness))
{
}

std::optional<Vault::Cost> Vault::costOf(const QString &file)
{
    SecretAnswer reason;
    const QByteArray data = readAll(file, reason);
    return data.isEmpty() ? std::nullopt : std::optional(costIn(data));
}

SecretAnswer Vault::unlock(QByteArray passphrase)
{
    if (!m_usable) {
        return {SecretState::NoBackend, {}, reasons::encryptionUnusable()};
    }
    if (passphrase.isEmpty()) {
        return locked(reasons::passphraseEmpty());
    }
    const bool exists = QFileInfo::exists(m_file);
    QByteArray head;
    if (exists) {
        SecretAnswer reason;
        head = readAll(m_file, reason).left(headSize);
        if (head.isEmpty()) {
            return reason;
        }
    } else {
        head = headFor(m_cost);
    }
    SecureKey key;
    QByteArray check;
    const auto wiper = qScopeGuard([&passphrase] { wipe(passphrase); });
    if (!derive(head, passphrase, key, check)) {
        return denied(exists ? reasons::keyFileNotOpened()
                             : reasons::keyFileNotMade(static_cast<qint64>(m_cost.memory / (quint64(1024) * 1024))));
    }
    if (exists && sodium_memcmp(bytes(head) + checkAt, bytes(std::as_const(check)), checkSize) != 0) {
        return locked(reasons::passphraseWrong());
    }
    m_head = head.left(checkAt) + check;
    m_key = std::move(key);
    Contents contents;
    SecretAnswer loaded = load(contents);
    if (loaded.state != SecretState::Available) {
        m_key.reset();
    } else if (exists && loaded.says.isEmpty()) { // an older file stays as it is until the person has decided
        strengthen(passphrase);
    }
    return loaded;
}

/// A file whose key is cheaper to guess than it should be gets a dearer one. Whatever stands against it, the keys in it
/// can be used as before.
void Vault::strengthen(const QByteArray &passphrase)
{
    const Cost now = costIn(m_head);
    if (now.operations >= m_cost.operations && now.memory >= m_cost.memory) {
        return;
    }
    QByteArray head = headFor({std::max(now.operations, m_cost.operations), std::max(now.memory, m_cost.memory)});
    SecureKey key;
    QByteArray check;
    QLockFile lock(m_file + ".lock"_L1);
    Contents contents;
    if (!derive(head, passphrase, key, check) || !lock.tryLock(lockTimeoutMs)
        || load(contents).state != SecretState::Available) {
        return;
    }
    const QByteArray oldHead = std::exchange(m_head, head + check);
    std::optional<SecureKey> oldKey = std::exchange(m_key, std::move(key));
    if (save(contents).state != SecretState::Available) {
        m_head = oldHead;
        m_key = std::move(oldKey);
    }
}

SecretAnswer Vault::state() const
{
    if (m_key) {
        return {SecretState::Available, {}, {}};
    }
    if (QFileInfo::exists(m_file)) {
        return locked(reasons::passphraseNeeded());
    }
    return {SecretState::Missing, {}, {}};
}

/// The other program that shares the file may have changed it, so it is read anew each time: it is small.
SecretAnswer Vault::load(Contents &contents) const
{
    if (!m_key) {
        return state();
    }
    if (!QFileInfo::exists(m_file)) {
        return {SecretState::Available, {}, {}};
    }
    SecretAnswer reason;
    const QByteArray data = readAll(m_file, reason);
    if (data.isEmpty()) {
        return reason;
    }
    if (data.left(headSize) != m_head) {
        return locked(reasons::keyFileMadeAnew());
    }
    const QByteArray sealed = data.mid(headSize + nonceSize);
    QByteArray plain(sealed.size() - tagSize, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes(plain), nullptr, nullptr, bytes(sealed),
                                                   static_cast<unsigned long long>(sealed.size()), bytes(data),
                                                   headSize, bytes(data) + headSize, m_key->data())
        != 0) {
        return damaged(m_file);
    }
    contents.entries = QJsonDocument::fromJson(plain).object();
    wipe(plain);
    const QJsonValue about = contents.entries.take(aboutKey);
    contents.id = about["id"_L1].toString();
    contents.count = about["count"_L1].toInteger();
    const bool isNewest = m_witness.see(contents.id, contents.count);
    return {SecretState::Available, {}, isNewest ? Reason() : reasons::keyFileOlder()};
}

SecretAnswer Vault::save(const Contents &contents) const
{
    const QString id = contents.id.isEmpty() ? QString::fromLatin1(randomBytes(idSize).toHex()) : contents.id;
    const qint64 count = std::max(contents.count, m_witness.countOf(id)) + 1;
    QJsonObject entries = contents.entries;
    entries.insert(aboutKey, QJsonObject {{"id"_L1, id}, {"count"_L1, count}});
    QByteArray plain = QJsonDocument(entries).toJson(QJsonDocument::Compact);
    const QByteArray nonce = randomBytes(nonceSize);
    QByteArray sealed(plain.size() + tagSize, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes(sealed), nullptr, bytes(std::as_const(plain)),
                                               static_cast<unsigned long long>(plain.size()), bytes(m_head), headSize,
                                               nullptr, bytes(nonce), m_key->data());
    wipe(plain);
    const QByteArray whole = m_head + nonce + sealed;
    if (whole.size() > maxFileSize) {
        return denied(reasons::keyFileFull());
    }
    if (const Status written = writeDurably(m_file, whole); !written) {
        return denied(written.error().why());
    }
    m_witness.wrote(id, count);
    return {SecretState::Available, {}, {}};
}

SecretAnswer Vault::read(const QString &entry) const
{
    Contents contents;
    SecretAnswer loaded = load(contents);
    if (loaded.state != SecretState::Available) {
        return loaded;
    }
    if (!contents.entries.contains(entry)) {
        return {SecretState::Missing, {}, {}};
    }
    loaded.secret = QByteArray::fromBase64(contents.entries.value(entry).toString().toLatin1());
    return loaded;
}

template<typename Change>
SecretAnswer Vault::change(Change change)
{
    if (!m_key) {
        const SecretAnswer now = state();
        return now.state == SecretState::Missing ? locked(reasons::passphraseNeededFirst()) : now;
    }
    QLockFile lock(m_file + ".lock"_L1);
    if (!lock.tryLock(lockTimeoutMs)) {
        return denied(reasons::keyFileBeingWritten());
    }
    Contents contents;
    SecretAnswer loaded = load(contents);
    if (loaded.state != SecretState::Available) {
        return loaded; // what cannot be read is never overwritten
    }
    return change(contents.entries) ? save(contents) : SecretAnswer {SecretState::Missing, {}, {}};
}

SecretAnswer Vault::write(const QString &entry, const QByteArray &secret)
{
    return change([&](QJsonObject &entries) {
        entries.insert(entry, QString::fromLatin1(secret.toBase64()));
        return true;
    });
}

SecretAnswer Vault::remove(const QString &entry)
{
    return change([&](QJsonObject &entries) {
        const bool had = entries.contains(entry);
        entries.remove(entry);
        return had;
    });
}

} // namespace lightwell
