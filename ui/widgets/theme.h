// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/systemappearance.h"
#include "ui/widgets/tokens.h"

#include <QObject>

class QApplication;

namespace lightwell {

class Style;

/// Dresses the whole application: our style, and the palette of the light or dark tokens. Follows the system's
/// theme and accent while it runs, unless the user chose one.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    void setChoice(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] Tokens tokens() const;

    [[nodiscard]] static Choice choiceFromName(const QString &name); ///< "system", "light", "dark"
    [[nodiscard]] static QString choiceName(Choice choice);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    void showMnemonics(bool shown);
    void repaintAll();
    QApplication &m_application;
    Style *m_style; ///< owned by the application
    SystemAppearance m_system;
    Choice m_choice = Choice::System;
    bool m_mnemonicsShown = false;
};

} // namespace lightwell
