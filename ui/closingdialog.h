// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace lightwell {

class Button;
class CompareSession;
class ImageService;
class TextLabel;

/// Asked before the window closes on pictures that are still being made, and paid for. Accepted: the window may close,
/// now or because the last of them has come; rejected: it stays.
class ClosingDialog : public QDialog
{
    Q_OBJECT
public:
    ClosingDialog(ImageService &images, const CompareSession &session, QWidget *parent = nullptr);

private:
    void buildButtons();
    void waitForAll();
    void refresh();
    void tell(int left);
    ImageService &m_images;
    const CompareSession &m_session;
    TextLabel *m_what;
    TextLabel *m_why;
    Button *m_stay;
    Button *m_now;
    Button *m_whenDone;
    bool m_waiting = false;
};

} // namespace lightwell
