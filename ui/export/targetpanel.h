// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace lightwell {

class Button;
class TextLabel;

/// What the files are called, and the folder they go to.
class TargetPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TargetPanel(QWidget *parent = nullptr);
    [[nodiscard]] QString name() const; ///< a template
    void setName(const QString &name); ///< silent
    [[nodiscard]] bool isValid() const;
    void setFolder(const QString &folder);
    [[nodiscard]] QString folder() const { return m_folder; }
    void showExample(const QString &name); ///< of the picture looked at

Q_SIGNALS:
    void edited();
    void folderWanted();

private:
    void openFields();
    void checkName();
    QLineEdit *m_name;
    TextLabel *m_example;
    Button *m_folderButton;
    QString m_folder;
};

} // namespace lightwell
