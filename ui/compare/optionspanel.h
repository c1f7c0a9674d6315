// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compareform.h"

#include <QWidget>

class QLineEdit;
class QSpinBox;

namespace lightwell {

class ChoiceBox;
class Keymap;
class ProjectBox;
class QualityControl;
class TextLabel;

/// How many, which seed, and what kind of file.
class OptionsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit OptionsPanel(const Keymap &keymap, QWidget *parent = nullptr);
    void read(CompareForm &form) const; ///< fills in what this panel knows
    void set(const CompareForm &form);
    void setProjects(const QStringList &names); ///< there are so far
    [[nodiscard]] QString problem() const; ///< with what is written, which keeps it from being meant; empty: none

Q_SIGNALS:
    void edited();

private:
    QWidget *buildSeed(const Keymap &keymap);
    void updateCompression();
    [[nodiscard]] std::optional<ImageFormat> format() const;
    QSpinBox *m_pictures;
    QLineEdit *m_seed;
    ChoiceBox *m_format;
    QualityControl *m_quality;
    ProjectBox *m_project;
    TextLabel *m_reason;
};

} // namespace lightwell
