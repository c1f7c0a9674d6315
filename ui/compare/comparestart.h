// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparerun.h"
#include "ui/compare/heldpress.h"

#include <QObject>

#include <variant>

namespace lightwell {

class CompareSession;
class FormPlans;
class Settings;
class SteadyClock;

/// From the wish for pictures to their start. A slip of the finger spends nothing: the same again at once and a key
/// that is held are one wish, and much money, many pictures or an unknown price are asked about once.
class CompareStart : public QObject
{
    Q_OBJECT
public:
    CompareStart(FormPlans &plans, CompareSession &session, const Settings &settings, const SteadyClock &clock,
                 QObject *parent = nullptr);
    /// Starts what the form says, asks first, or waits until its prices are there.
    void want();
    void wantAgain(int run, const QList<int> &cells); ///< the same for pictures that have ended
    void wantWay(int run, int cell, const CellWay &way); ///< another request in the place of one that failed
    void wantMore(int run, const QString &model, const CellWay &way); ///< one more model in a run; says the price first
    void wantWork(int run, int cell, const PictureWork &work); ///< something of a finished picture
    void confirm(); ///< the answer to a question is yes; a slip is none
    void decline();

Q_SIGNALS:
    void asked(const QString &question, const QString &yes);
    void answered(); ///< or taken back, since the form has changed

private:
    struct Again
    {
        int run = 0;
        QList<int> cells;
        std::optional<CellWay> way; ///< nothing: as they were asked
        friend bool operator==(const Again &, const Again &) = default;
    };
    struct Work
    {
        int run = 0;
        int cell = 0;
        PictureWork work;
        friend bool operator==(const Work &one, const Work &other)
        {
            return one.run == other.run && one.cell == other.cell && one.work.isSame(other.work);
        }
    };
    struct More
    {
        int run = 0;
        QString model;
        CellWay way;
        friend bool operator==(const More &, const More &) = default;
    };
    using Wish = std::variant<CompareForm, Again, Work, More>;
    void want(const Again &again);
    void followPlans();
    void goOn(); ///< with a wish that is none of a slip
    void start();
    void carryOut(const Wish &wish);
    void ask(const Wish &wish, const QString &question, qsizetype pictures);
    /// About pictures of these prices; empty: they may start.
    [[nodiscard]] QString question(const QList<Money> &prices, bool atMost) const;
    [[nodiscard]] static QString questionText(const QList<Money> &prices, bool atMost, bool tellsUnknown = true);
    [[nodiscard]] bool isAboutForm() const;
    FormPlans &m_plans;
    CompareSession &m_session;
    const Settings &m_settings;
    HeldPress m_press;
    std::optional<CompareForm> m_wanted; ///< its prices are still awaited
    std::optional<Wish> m_asked; ///< what the question is about; the form as it was when it was asked
    QString m_question;
    std::optional<Wish> m_done; ///< by the last press that acted
};

} // namespace lightwell
