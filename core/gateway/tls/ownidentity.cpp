// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/tls/ownidentity.h"

#include "core/gateway/tls/opensslhandles.h"
#include "core/storage/paths.h"
#include "core/wording/gatewayreasons.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QLockFile>
#include <QNetworkInterface>
#include <QSaveFile>
#include <QSysInfo>
#include <QUrl>

#include <algorithm>
#include <array>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace openssl;

namespace {

constexpr int validDays = 730;
constexpr int renewedDays = 30; // before its end
constexpr int serialBytes = 16;
constexpr int lockPatience = 5000; // ms
constexpr qint64 daySeconds = 24LL * 3600;

/// A name as a certificate may hold it; empty: it is none.
QByteArray asDnsName(const QString &name)
{
    const QByteArray ascii = QUrl::toAce(name.toLower());
    const bool isPlain = !ascii.isEmpty() && std::all_of(ascii.begin(), ascii.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
    });
    return isPlain ? ascii : QByteArray();
}

/// "DNS:localhost,IP:127.0.0.1,…": by what clients may call this computer.
QByteArray alternativeNames(const QStringList &hosts)
{
    QByteArrayList names {"DNS:localhost"};
    for (const QString &entry : hosts) {
        const QString host = entry.section(u':', 0, 0);
        if (const QByteArray name = asDnsName(host); !name.isEmpty() && QHostAddress(host).isNull()) {
            names << "DNS:" + name;
        }
    }
    if (const QByteArray host = asDnsName(QSysInfo::machineHostName()); !host.isEmpty()) {
        names << "DNS:" + host;
        if (!host.contains('.')) {
            names << "DNS:" + host + ".local"; // as computers of the same network find it
        }
    }
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (QHostAddress address : addresses) {
        if (!address.isLinkLocal()) { // its scope has no place in a certificate
            address.setScopeId({});
            names << "IP:" + address.toString().toLatin1();
        }
    }
    return names.join(',');
}

bool add(X509 *certificate, int kind, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509 *certificate)
{
    std::array<unsigned char, serialBytes> random {};
    if (RAND_bytes(random.data(), int(random.size())) != 1) {
        return false;
    }
    random.front() &= 0x7F; // positive
    const Number number(BN_bin2bn(random.data(), int(random.size()), nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

/// Certificate and key in PEM; empty: the library could not make them.
QByteArray makeIdentity(const QStringList &hosts, const QDateTime &now)
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate) {
        return {};
    }
    X509 *it = certificate.get();
    X509_set_version(it, 2); // v3
    X509_NAME *name = X509_get_subject_name(it);
    const QByteArray common = "Lightwell gateway";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>(common.constData()),
                               int(common.size()), -1, 0);
    const auto from = static_cast<time_t>(now.toSecsSinceEpoch() - daySeconds); // clocks of clients may be slow
    const auto until = static_cast<time_t>(now.toSecsSinceEpoch() + validDays * daySeconds);
    const bool isWhole = setSerial(it) && X509_set_issuer_name(it, name) == 1
        && ASN1_TIME_set(X509_getm_notBefore(it), from) && ASN1_TIME_set(X509_getm_notAfter(it), until)
        && X509_set_pubkey(it, key.get()) == 1 && add(it, NID_basic_constraints, "critical,CA:FALSE")
        && add(it, NID_key_usage, "critical,digitalSignature") && add(it, NID_ext_key_usage, "serverAuth")
        && add(it, NID_subject_alt_name, alternativeNames(hosts)) && X509_sign(it, key.get(), EVP_sha256()) > 0;
    const Bio text(BIO_new(BIO_s_mem()));
    if (!isWhole || PEM_write_bio_X509(text.get(), it) != 1
        || PEM_write_bio_PrivateKey(text.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        return {};
    }
    char *data = nullptr;
    const long size = BIO_get_mem_data(text.get(), &data);
    return {data, qsizetype(size)};
}

/// What clients are to trust must never bring the key along. One that cannot be written keeps nobody from connecting.
void keepCertificateAlone(const TlsIdentity &identity, const QString &name)
{
    QFile there(name);
    const QByteArray certificate = identity.chain.constFirst().toPem();
    if (there.open(QIODevice::ReadOnly) && there.readAll() == certificate) {
        return;
    }
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(certificate) == certificate.size()) {
        file.commit();
    }
}

/// Nothing: there is none, or none that is good for long.
std::optional<Result<TlsIdentity>> keptIdentity(const QString &name, const QDateTime &now)
{
    if (!QFile::exists(name)) {
        return std::nullopt;
    }
    const Result<TlsIdentity> kept = readTlsIdentity(name, name, now);
    const bool isFault = !kept && kept.error().reason.code != QLatin1StringView(reasons::tlsOutOfDate.code);
    // Never replaced unasked where it cannot be read: clients know its fingerprint.
    const bool isGood = kept && now.addDays(renewedDays) < kept->chain.constFirst().expiryDate();
    return isFault || isGood ? std::optional(kept) : std::nullopt;
}

Result<TlsIdentity> keptOrNewIdentity(const Paths &paths, const QStringList &hosts, const QDateTime &now)
{
    const QString name = QDir(paths.config).filePath(u"gateway-tls.pem"_s);
    if (const auto kept = keptIdentity(name, now)) {
        return *kept;
    }
    // Of two programs that start together one would show the fingerprint of what the other's has replaced.
    QLockFile lock(name + u".lock"_s);
    lock.tryLock(lockPatience);
    if (const auto kept = keptIdentity(name, now)) {
        return *kept;
    }
    const QByteArray made = makeIdentity(hosts, now);
    QSaveFile file(name);
    if (made.isEmpty() || !file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(made) != made.size() || !file.commit()) {
        return notSent(ErrorKind::Storage, reasons::tlsNotKept(name, file.errorString()));
    }
    return readTlsIdentity(name, name, now);
}

} // namespace

Result<TlsIdentity> ownTlsIdentity(const Paths &paths, const QDateTime &now, const QStringList &hosts)
{
    Result<TlsIdentity> identity = keptOrNewIdentity(paths, hosts, now);
    if (identity) {
        keepCertificateAlone(*identity, QDir(paths.config).filePath(u"gateway-tls.crt"_s));
    }
    return identity;
}

} // namespace lightwell
