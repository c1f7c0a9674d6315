// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace lightwell {

class ExportPresets;

/// Asks for the name of a preset.
class PresetDialog : public QDialog
{
    Q_OBJECT
public:
    /// `name`: that it has, if any.
    PresetDialog(const QString &title, const QString &name, const ExportPresets &presets, QWidget *parent = nullptr);
    [[nodiscard]] QString name() const;

private:
    QLineEdit *m_name;
};

} // namespace lightwell
