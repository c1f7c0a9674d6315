// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compareform.h"
#include "ui/compare/heldpress.h"
#include "ui/compare/picturework.h"

#include <QObject>

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
        friend bool operator==(const Again &, const Again &) = default;
    };
    struct Work
    {
        int run = 0;
        int cell = 0;
        PictureWork work;
        [[nodiscard]] bool isSame(const Work &other) const
        {
            return run == other.run && cell == other.cell && work.isSame(other.work);
        }
    };
    void followPlans();
    void goOn(); ///< with a wish that is none of a slip
    void start();
    void retry(const Again &again);
    void begin(const Work &work);
    void ask(const QString &question, qsizetype pictures);
    /// About pictures of these prices; empty: they may start.
    [[nodiscard]] QString question(const QList<Money> &prices, bool atMost) const;
    FormPlans &m_plans;
    CompareSession &m_session;
    const Settings &m_settings;
    HeldPress m_press;
    std::optional<CompareForm> m_wanted; ///< its prices are still awaited
    std::optional<CompareForm> m_asked; ///< as it was when the question was asked
    std::optional<Again> m_again; ///< the question is about these pictures, not about the form
    std::optional<Work> m_work; ///< the question is about this one
    QString m_question;
    std::optional<CompareForm> m_started; ///< by the last press that acted
    std::optional<Again> m_retried; ///< the same
    std::optional<Work> m_worked; ///< the same
};

} // namespace lightwell
