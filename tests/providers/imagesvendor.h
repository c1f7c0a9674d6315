// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/providers/drive.h"
#include "tests/providers/plans.h"
#include "tests/standins/imagesapi.h"

#include <QTest>

namespace lightwell::test {

/// An answer to a paid request that is no success, and what is to be made of it.
struct ErrorCase
{
    const char *name;
    int status;
    QByteArray body;
    ErrorKind kind;
    Billing billing = Billing::NotBilled;
    QString param {};
    QList<HttpHeader> headers {};
    int milliseconds = -1; ///< to wait; -1: not told
};

/// What the tests of vendors that answer with the pictures themselves have in common, run by each of them: every offer
/// of the catalog against the stand-in's rules, with wishes no vendor has all of; trouble that is paid once; each error
/// of its documentation; the key; damaged answers. What only one of them does, its own test shows.
class ImagesVendorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyOfferIsAccepted_data();
    void everyOfferIsAccepted();
    void editsKeepTheShape();
    void troubleIsPaidOnce_data();
    void troubleIsPaidOnce();
    void errors_data();
    void errors();
    void keyAndAccount();
    void survivesDamage();

protected:
    struct Vendor
    {
        QString id;
        std::unique_ptr<Adapter> adapter;
        QByteArray key;
        QString offer; ///< one that makes pictures from words alone
        int offers = 1; ///< there are at least so many
        QList<ErrorCase> errors;
        QByteArray answer; ///< a good one, with a picture in it
        ErrorKind unknownModel = ErrorKind::NotFound; ///< what it is told as
    };

    explicit ImagesVendorTest(Vendor vendor);
    [[nodiscard]] virtual std::unique_ptr<ImagesApiStandIn> makeStandIn() const = 0;

    [[nodiscard]] static Request asked();
    [[nodiscard]] static Request askedWithPictures(int count);
    [[nodiscard]] Plan plainPlan() const { return catalogPlan(m_vendor.offer, asked()); }
    [[nodiscard]] CallOutcome made(const Plan &plan) const;
    /// Carries it out and fails the test unless the vendor takes all of it and the pictures come.
    void isMade(const Plan &plan);
    [[nodiscard]] Step read(const HttpResponse &response, const Plan &plan) const;
    [[nodiscard]] Step read(const HttpResponse &response) const { return read(response, plainPlan()); }
    [[nodiscard]] const Adapter &adapter() const { return *m_vendor.adapter; }
    [[nodiscard]] ImagesApiStandIn &standIn() const { return *m_standIn; }
    /// The body of the last paid request, where it was JSON.
    [[nodiscard]] QJsonObject lastBody() const;

private:
    [[nodiscard]] Credentials credentials(const QByteArray &key) const;

    Vendor m_vendor;
    std::unique_ptr<ImagesApiStandIn> m_standIn;
};

} // namespace lightwell::test
