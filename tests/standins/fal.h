// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/falinput.h"
#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// fal.ai: queue.fal.run and the price list of api.fal.ai under one address, as its clients see it.
///
/// Points to script: "submit", "status", "result", "cancel", "pricing", "download". As at fal, the queue accepts
/// any input for an endpoint it knows; what is wrong with it is told by the result. Status and result addresses have
/// owner and alias only; asked for with the whole endpoint they are not found.
class FalStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("fal-id:fal-secret"); }

    /// The next job ends in this error: `body` at its result address, with `error` and `error_type` in its status.
    void failNextJob(int status, const QJsonObject &body, const QList<HttpHeader> &headers = {});
    /// The safety checker blackens these pictures of the next job.
    void flagNextJob(const QList<bool> &flags) { m_flags = flags; }
    void setLocked(bool locked) { m_locked = locked; } ///< the account has run dry
    void emptyTheAccount() override { setLocked(true); }
    void failNext(bool refused) override;
    /// Result fields of the next job in place of "images" and their sizes: {"image": …} and null sizes.
    void answerWithSingleImage() { m_single = true; }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Job
    {
        const FalEndpoint *endpoint = nullptr;
        FalWork work;
        int pollsLeft = 0;
        bool dataLinks = false;
        int status = 200; ///< of the result
        QJsonObject failure;
        QList<HttpHeader> headers;
        QJsonObject result; ///< made once
    };
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply status(const QString &id, Job &job) const;
    [[nodiscard]] Reply result(const QString &id, Job &job);
    [[nodiscard]] Reply cancel(Job *job);
    [[nodiscard]] Reply pricing(const Received &request) const;
    [[nodiscard]] QJsonObject makeResult(const Job &job);
    [[nodiscard]] QJsonObject links(const QString &id, const Job &job) const;
    [[nodiscard]] Job *findJob(const QString &path);

    QHash<QString, Job> m_jobs;
    Job m_nextFailure;
    QList<bool> m_flags;
    bool m_locked = false;
    bool m_single = false;
};

} // namespace lightwell::test
