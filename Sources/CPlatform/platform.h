/* The few calls that the Glibc module does not show to Swift, or shows only through variadic or tuple-shaped
   declarations. Header only: nothing here is linked on its own. */
#ifndef PROSPECTUS_PLATFORM_H
#define PROSPECTUS_PLATFORM_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/stat.h>
#include <netinet/in.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* AT_EMPTY_PATH, which glibc hides without _GNU_SOURCE. */
#define AT_EMPTY_PATH_VALUE 0x1000

/* Exchanges two paths in one step (Linux 3.15). Returns 0, or -1 with errno set; the two must lie on one file system. */
static inline int prospectus_exchange(const char *first, const char *second) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE);
}

/* Renames, failing with EEXIST rather than replacing what already has the new name. */
static inline int prospectus_rename_new(int from_folder, const char *from, int to_folder, const char *to) {
  return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, RENAME_NOREPLACE);
}

/* openat without the variadic argument. */
static inline int prospectus_open(int folder, const char *path, int flags, unsigned mode) {
  return openat(folder, path, flags, mode);
}

/* The name of a directory entry, which Swift sees as a tuple of 256. */
static inline const char *prospectus_entry_name(const struct dirent *entry) { return entry->d_name; }

/* Columns of the terminal behind a descriptor; 0 when it is none. */
static inline int prospectus_terminal_width(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* When the file of a descriptor was made, in nanoseconds since 1970 (statx, Linux 4.11); 0 when the file system does not
   tell. With device and inode it names a folder for good: inode numbers are given again, birth times are not. */
static inline long long prospectus_birth(int descriptor) {
  struct statx status;
  if (syscall(SYS_statx, descriptor, "", AT_EMPTY_PATH_VALUE, STATX_BTIME, &status) != 0) return 0;
  if (!(status.stx_mask & STATX_BTIME)) return 0;
  return status.stx_btime.tv_sec * 1000000000LL + status.stx_btime.tv_nsec;
}

/* flock under a name of its own: Swift sees `flock` only as the struct of fcntl. */
static inline int prospectus_lock(int descriptor, int wait) {
  return flock(descriptor, LOCK_EX | (wait ? 0 : LOCK_NB));
}

/* Processors this process may run on, at least 1. The system call, as glibc hides its wrapper without _GNU_SOURCE. */
static inline int prospectus_processors(void) {
  unsigned long mask[128] = {0};
  long bytes = syscall(SYS_sched_getaffinity, 0, sizeof mask, mask);
  int count = 0;
  for (long word = 0; word < bytes / (long)sizeof mask[0]; word++) count += __builtin_popcountl(mask[word]);
  return count > 0 ? count : 1;
}

/* A socket that listens on a port of 127.0.0.1 and nowhere else, 0 for one that is free. Returns its descriptor, or -1 with
   errno set. */
static inline int prospectus_listen(unsigned short port) {
  struct sockaddr_in address = {0};
  int one = 1, error;
  int socket_number = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket_number < 0) return -1;
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(socket_number, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(socket_number, (struct sockaddr *)&address, sizeof address) == 0 && listen(socket_number, 64) == 0)
    return socket_number;
  error = errno;
  close(socket_number);
  errno = error;
  return -1;
}

/* The port of a listening socket; 0 when it has none. */
static inline int prospectus_port(int socket_number) {
  struct sockaddr_in address = {0};
  socklen_t size = sizeof address;
  return getsockname(socket_number, (struct sockaddr *)&address, &size) == 0 ? ntohs(address.sin_port) : 0;
}

/* The next connection, closed for programs that are started; it waits at most so many seconds for each read and write. */
static inline int prospectus_accept(int socket_number, int seconds) {
  struct timeval limit = {seconds, 0};
  int connection = accept(socket_number, 0, 0);
  if (connection < 0) return -1;
  fcntl(connection, F_SETFD, FD_CLOEXEC);
  setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  return connection;
}

#endif
