// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace lightwell {

/// A push button of one of the kinds the style knows.
class Button : public QPushButton
{
    Q_OBJECT
public:
    enum class Kind {
        Normal,
        Primary, ///< the one main action of a page
        Pill, ///< round, lower: additions and choices inside a form
        Link, ///< text only
        Quiet, ///< an icon without a ground until it is pointed at
    };
    explicit Button(Kind kind, const QString &text = {}, QWidget *parent = nullptr);

    [[nodiscard]] Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// The next press takes something away for good: in red, as long as that is so.
    void setDanger(bool danger);
    [[nodiscard]] bool isDanger() const { return m_danger; }
    /// It stands on the ground that buttons have themselves, and so has that of cards.
    void setOnRaised(bool onRaised);
    [[nodiscard]] bool isOnRaised() const { return m_onRaised; }
    /// A quieter word after the text: the keys that do the same.
    void setHint(const QString &hint);
    [[nodiscard]] QString hint() const { return m_hint; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void held(); ///< a key that is held repeats on it, which presses nothing

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Enter presses it, like Space
    void changeEvent(QEvent *event) override;

private:
    void fitIcon();

    Kind m_kind;
    QString m_hint;
    bool m_danger = false;
    bool m_onRaised = false;
    int m_iconSide = 0; ///< as the letters are; whoever sets another one keeps it
};

} // namespace lightwell
