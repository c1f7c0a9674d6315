// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace lightwell {

class Button;
class FlowLayout;

/// The tags of a picture: each is taken away by a press, and new ones are typed in.
class TagRow : public QWidget
{
    Q_OBJECT
public:
    explicit TagRow(QWidget *parent = nullptr);
    void setTags(const QStringList &tags);
    void setKnown(const QStringList &tags); ///< that other pictures have, offered while one is typed
    void openField(); ///< to type one in

Q_SIGNALS:
    void added(const QString &tag);
    void removed(const QString &tag);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void closeField();
    void take();
    FlowLayout *m_layout;
    QLineEdit *m_field;
    Button *m_plus;
    QStringList m_known;
    QList<QWidget *> m_chips;
};

} // namespace lightwell
