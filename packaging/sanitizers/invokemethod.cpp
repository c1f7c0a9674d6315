// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A function that is posted to another thread (QMetaObject::invokeMethod) waits there in a queue whose lock lies in
// Qt's library, which is not built for ThreadSanitizer: what was written before would seem unordered with what the
// function reads. This one, linked into each program in the place of Qt's, says so and passes it on.
#include <QObject>

#include <dlfcn.h>

extern "C" void __tsan_acquire(void *address); // NOLINT: the sanitizer's names
extern "C" void __tsan_release(void *address); // NOLINT

namespace {

class Posted : public QtPrivate::QSlotObjectBase
{
public:
    explicit Posted(QSlotObjectBase *function)
        : QSlotObjectBase(&carryOut)
        , m_function(function)
    {
        __tsan_release(this);
    }

private:
    static void carryOut(int what, QSlotObjectBase *base, QObject *receiver, void **arguments, bool * /*isEqual*/)
    {
        auto *self = static_cast<Posted *>(base);
        __tsan_acquire(self);
        if (what == Call) {
            self->m_function->call(receiver, arguments);
            __tsan_release(self); // whoever posted it may be the last to let go of it
        } else if (what == Destroy) {
            self->m_function->destroyIfLastRef();
            delete self;
        }
    }

    QSlotObjectBase *m_function;
};

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *returned)
{
    using Function = bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
    static const auto qts = reinterpret_cast<Function>(
        dlsym(RTLD_NEXT,
              "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv"));
    return qts(object, new Posted(slot), type, returned);
}
