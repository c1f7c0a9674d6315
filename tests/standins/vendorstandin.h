// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"
#include "tests/support/standin.h"

#include <QHash>

#include <deque>
#include <functional>
#include <optional>

namespace lightwell::test {

/// What the stand-ins of vendors with jobs share: scripted trouble, the life cycle in a number of polls the test
/// chooses, result links that expire and refuse to be fetched with a key, and the counts a test asks for.
class VendorStandIn : public StandIn
{
public:
    enum class Instead {
        OfWork, ///< the call is answered so and nothing else happens
        OfAnswer, ///< the vendor does its work (and bills it); only the answer is replaced
    };

    /// The next `times` calls at this point ("submit", "status", …, see the vendor) are answered with `reply`.
    /// Programs in other languages do the same with POST /standin/script, a JSON object of point, status, body,
    /// headers, times, drop (true: no answer, the connection closes) and billed (true: instead of the answer only).
    void script(const QString &point, const Reply &reply, int times = 1, Instead instead = Instead::OfWork);
    /// How often a job is asked about before it is done. Default 2.
    void setPolls(int polls) { m_polls = polls; }
    /// How long jobs wait in the queue and then work, in seconds that nobody has to live through: only limits the
    /// caller sets (a time to wait, a deadline) are measured by them. Default 0. Other programs: POST /standin/time, a
    /// JSON object of queued and running.
    void takeTime(int queued, int running)
    {
        m_queued = queued;
        m_running = running;
    }
    /// Status answers ask for the next question at once (Retry-After: 0), so that tests need not wait.
    void hurry() { m_hurried = true; }
    /// From now on result links answer with this status (410, 404 …); 0: they work.
    void expireResults(int status) { m_expired = status; }

    /// Trouble by a rule of the test's own, asked at every call at a vendor's point where nothing is scripted.
    using Trouble = std::function<std::optional<std::pair<Reply, Instead>>(const QString &point)>;
    void setTrouble(Trouble trouble) { m_trouble = std::move(trouble); }
    /// Called with each request that the vendor takes on and would charge for.
    void whenBilled(std::function<void(const Received &)> told) { m_whenBilled = std::move(told); }

    /// The account has nothing left; or more than anybody spends.
    virtual void emptyTheAccount() { }
    virtual void fillTheAccount() { }
    /// The next job ends without pictures, as the vendor words it: refused by its content rules, or broken.
    virtual void failNext(bool /*refused*/) { }

    [[nodiscard]] int submissions() const { return m_submissions; } ///< calls at the point "submit", however they ended
    [[nodiscard]] int billed() const { return m_billed; } ///< jobs the vendor would charge for having accepted
    [[nodiscard]] int downloads() const { return m_downloads; }
    /// Rules that were broken without the vendor refusing: fields it ignores, keys sent along with downloads.
    [[nodiscard]] QStringList violations() const { return m_violations; }

protected:
    [[nodiscard]] Reply handle(const Received &request) final;
    [[nodiscard]] virtual QString pointOf(const Received &request) const = 0;
    [[nodiscard]] virtual Reply answer(const Received &request, const QString &point) = 0;

    [[nodiscard]] int polls() const { return m_polls; }
    [[nodiscard]] int secondsQueued() const { return m_queued; }
    [[nodiscard]] int secondsRunning() const { return m_running; }
    void bill() { ++m_billed; }
    void complain(const QString &violation) { m_violations.append(violation); }
    /// Keeps a picture and returns its public link.
    [[nodiscard]] QString publish(const QByteArray &bytes, ImageFormat format, const QString &query = {});
    [[nodiscard]] QString nextId(const QString &prefix); ///< unique in this stand-in
    /// Answers what asks for a finished picture (none: there is no such), counts it and checks that no key comes along.
    [[nodiscard]] Reply deliver(const Received &request, const QByteArray *bytes, const QByteArray &type);

private:
    struct Scripted
    {
        Reply reply;
        Instead instead = Instead::OfWork;
    };
    struct Published
    {
        QByteArray bytes;
        QByteArray type;
    };
    [[nodiscard]] Reply serve(const Received &request);
    [[nodiscard]] std::optional<Scripted> takeScripted(const QString &point);
    [[nodiscard]] Reply work(const Received &request, const QString &point);
    void readScript(const QJsonObject &wish);

    QHash<QString, std::deque<Scripted>> m_script;
    QHash<QString, Published> m_files;
    Trouble m_trouble;
    std::function<void(const Received &)> m_whenBilled;
    QStringList m_violations;
    int m_polls = 2;
    int m_queued = 0;
    int m_running = 0;
    bool m_hurried = false;
    int m_expired = 0;
    int m_submissions = 0;
    int m_billed = 0;
    int m_downloads = 0;
    int m_ids = 0;
};

} // namespace lightwell::test
