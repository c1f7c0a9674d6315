// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>

namespace lightwell {

/// A family's card, as Markdown that cmark has made safe. As high as its text. Fetches nothing, and a link goes to
/// whoever wants to open it.
class CardText : public QTextBrowser
{
    Q_OBJECT
public:
    explicit CardText(QWidget *parent = nullptr);
    void showCard(const QString &family); ///< hidden where there is none
    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void linkChosen(const QString &address); ///< of the web

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
};

} // namespace lightwell
