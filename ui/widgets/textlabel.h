// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace lightwell {

/// A text in one of the few voices the window has. Follows the system's font and the theme. Whatever the text looks
/// like, it is shown as it is: never as HTML, and with everything that acts or hides made visible.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    enum class Voice {
        Body,
        Strong,
        Heading, ///< 1.15 times the system's size
        Section, ///< the name over a group of controls
        Small, ///< 0.92 times, muted
        Muted,
        Warning, ///< only with a sign or a word that says so too
        WarningStrong,
        SmallWarning, ///< the same, 0.92 times
        Bad,
        BadStrong,
    };
    explicit TextLabel(Voice voice, const QString &text = {}, QWidget *parent = nullptr);
    void setText(const QString &text); // not virtual in QLabel: a label is told its text as what it is
    void setVoice(Voice voice);
    /// One line, cut with … where the room ends; the whole text is in the tooltip then.
    void setElided(bool elided);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();
    Voice m_voice;
    bool m_elided = false;
    bool m_dressing = false;
};

} // namespace lightwell
