// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme.h"

#include "ui/widgets/style.h"

#include <QApplication>
#include <QKeyEvent>
#include <QToolTip>
#include <QWidget>

namespace lightwell {

using namespace Qt::StringLiterals;

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_style(new Style)
{
    m_system.setPalette(QApplication::palette());
    QApplication::setStyle(m_style);
    connect(&m_system, &SystemAppearance::changed, this, &Theme::apply);
    application.installEventFilter(this);
    apply();
}

void Theme::setChoice(Choice choice)
{
    if (m_choice != choice) {
        m_choice = choice;
        apply();
    }
}

Tokens Theme::tokens() const
{
    const bool dark = m_choice == Choice::System ? m_system.isDark() : m_choice == Choice::Dark;
    const Tokens tokens = dark ? darkTokens() : lightTokens();
    return m_system.accent() ? withAccent(tokens, *m_system.accent()) : tokens;
}

Theme::Choice Theme::choiceFromName(const QString &name)
{
    return name == "light"_L1 ? Choice::Light : name == "dark"_L1 ? Choice::Dark : Choice::System;
}

QString Theme::choiceName(Choice choice)
{
    switch (choice) {
    case Choice::Light:
        return u"light"_s;
    case Choice::Dark:
        return u"dark"_s;
    case Choice::System:
        break;
    }
    return u"system"_s;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The platform's theme changed: look at its own palette for a moment, without ours over it.
    if (event->type() == QEvent::ThemeChange && watched->isWindowType()) {
        QApplication::setPalette(QPalette());
        m_system.setPalette(QApplication::palette());
        apply();
    }
    // Letters for Alt are underlined while it is held. The modifiers of its release still name it, hence the key.
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt) {
        showMnemonics(event->type() == QEvent::KeyPress);
    } else if (event->type() == QEvent::WindowDeactivate) {
        showMnemonics(false);
    }
    return QObject::eventFilter(watched, event);
}

void Theme::showMnemonics(bool shown)
{
    if (m_mnemonicsShown != shown) {
        m_mnemonicsShown = shown;
        m_style->setMnemonicsShown(shown);
        QMetaObject::invokeMethod(this, &Theme::repaintAll, Qt::QueuedConnection);
    }
}

void Theme::repaintAll()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (widget->isVisible()) {
            widget->update();
        }
    }
}

void Theme::apply()
{
    const QPalette palette = paletteFor(tokens());
    if (QApplication::palette() != palette) {
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
    }
}

} // namespace lightwell
