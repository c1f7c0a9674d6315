// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace lightwell {

class Button;
class Keymap;
class NoteRow;
class Sign;
class TextLabel;

/// What it will cost and what is left, beside the button that spends it.
class PricePanel : public QWidget
{
    Q_OBJECT
public:
    explicit PricePanel(const Keymap &keymap, QWidget *parent = nullptr);
    /// `parts`: what the price is made of; empty: nothing to say.
    void setPrice(const QString &pictures, const QString &price, const QString &parts, const QString &explanation);
    void setBudget(const QString &label, const QString &left);
    void setWarning(const QString &text); ///< what the budget will refuse; empty: nothing
    void setBlocked(const QString &reason); ///< why it cannot start; empty: it can
    /// What is held back, why, and how many are not: lines that are there only when so.
    struct HeldBack
    {
        QString needKey; ///< "5 of 8 need a key"; empty: none
        QString tooLong; ///< "1 of 8: prompt 32 letters too long"
        QString others;
        QString otherReasons; ///< in full
        QString leftOut; ///< "Left out: Steps (2 of 3)"; empty: all take what is asked
        QString leftOutReasons; ///< in full
        QString generate; ///< the button's text
    };
    void setHeldBack(const HeldBack &heldBack);
    /// Asks above the button, which rests meanwhile: a second press on it cannot be the answer.
    void showQuestion(const QString &question, const QString &yes);
    void hideQuestion();
    [[nodiscard]] Button *generateButton() const { return m_generate; }

Q_SIGNALS:
    void confirmed();
    void declined();
    void keyWanted();
    void promptWanted();
    void budgetWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildQuestion();
    void updateButton();
    NoteRow *m_needKey;
    NoteRow *m_tooLong;
    NoteRow *m_others;
    NoteRow *m_leftOut;
    QString m_blocked;
    QWidget *m_questionBox;
    TextLabel *m_question;
    Button *m_yes;
    QPointer<QWidget> m_focusBefore;
    TextLabel *m_pictures;
    TextLabel *m_price;
    TextLabel *m_parts;
    TextLabel *m_budgetLabel;
    TextLabel *m_budget;
    Button *m_toBudgets;
    Sign *m_sign;
    TextLabel *m_warning;
    Button *m_generate;
};

} // namespace lightwell
