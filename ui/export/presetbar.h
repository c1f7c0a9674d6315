// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exportpresets.h"
#include "ui/widgets/sign.h"

#include <QWidget>

#include <functional>

class QComboBox;

namespace lightwell {

class Button;

/// The presets: chosen, saved, renamed and deleted here.
class PresetBar : public QWidget
{
    Q_OBJECT
public:
    explicit PresetBar(Settings &settings, QWidget *parent = nullptr);
    void showSettings(const ExportSettings &settings); ///< those that hold: a preset, or none

Q_SIGNALS:
    void chosen(const lightwell::ExportSettings &settings);
    void offer(lightwell::Meaning meaning, const QString &text, const QString &action,
               const std::function<void()> &act);

private:
    void fillBox();
    void ask(const QString &title, const QString &name, const std::function<void(const QString &)> &then);
    void openMenu();
    void remove(const QString &name);
    ExportPresets m_presets;
    ExportSettings m_now;
    QComboBox *m_box;
    Button *m_more;
};

} // namespace lightwell
