// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/soak/audit.h"
#include "tests/soak/faults.h"
#include "tests/soak/vendors.h"

#include <QNetworkAccessManager>
#include <QProcess>
#include <QTemporaryDir>

#include <array>

namespace lightwell::test {

struct SoakWish
{
    int generations = 300;
    int parallel = 16;
    int killEvery = 60; ///< answers, on average
    quint32 seed = 1;
};

/// A gateway that is called, killed and started again, between its clients and vendors that fail at random.
class Soak : public QObject
{
    Q_OBJECT
public:
    explicit Soak(const SoakWish &wish);
    ~Soak() override;
    void start();
    [[nodiscard]] const Evidence &evidence() const { return m_evidence; }
    [[nodiscard]] QString home() const { return m_folder.path(); }

Q_SIGNALS:
    void finished(); ///< the gateway has ended well, and all is in evidence()
    void failed(const QString &why);

private:
    void startGateway();
    void readUrl();
    void gatewayEnded();
    void goOn();
    void call(int number);
    void answered(int number, QNetworkReply *reply);
    void kill();
    void drain();
    [[nodiscard]] qint64 memory() const; ///< of the gateway, in KiB

    SoakWish m_wish;
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    Faults m_faults;
    QRandomGenerator m_random;
    std::vector<SoakVendor> m_vendors;
    std::array<QNetworkAccessManager, 8> m_networks; ///< one opens six connections at most
    std::unique_ptr<QProcess> m_gateway;
    QString m_url;
    QByteArray m_key;
    Evidence m_evidence;
    int m_next = 0;
    int m_open = 0;
    int m_untilKill = 0;
    bool m_isKilled = false;
    bool m_isDraining = false;
};

} // namespace lightwell::test
