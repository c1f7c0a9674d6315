// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace lightwell {

/// The frame of a page that scrolls: a heading, a sentence, then its parts below each other, not too wide to read.
class Page : public QWidget
{
    Q_OBJECT
public:
    Page(const QString &title, const QString &text, QWidget *parent);
    void addWidget(QWidget *widget);
    void finish(); ///< the rest of the page stays empty

private:
    QVBoxLayout *m_content;
};

} // namespace lightwell
