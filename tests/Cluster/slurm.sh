# A real Slurm on this machine alone, for tests: Debian's packages, as root, on the loopback interface, all its state in one folder. To be sourced.
#   slurm_install             0: its programs are there, or could be installed; 1: not
#   slurm_up FOLDER           starts a controller and nodes n1, n2…; exports SLURM_CONF.  NODES (2), CPUS a node (4), MAX_ARRAY (1001), BOUND (0; 1: tasks are tied to CPUs)
#   slurm_lose FOLDER NODE    a node as after a power failure: its daemon, its steps and its tasks are gone at once
#   slurm_back NODE           starts its daemon again
#   slurm_down FOLDER         ends what slurm_up started and what runs under it; nothing else. Processes are known by their environment, which names FOLDER:
#                             the number in a file of a daemon that was killed may be another process by now

slurm_programs=(slurmctld slurmd sbatch squeue scontrol scancel munged)

slurm_has_programs() {
  local program
  for program in "${slurm_programs[@]}"; do command -v "$program" >/dev/null || return 1; done
}

slurm_install() {
  slurm_has_programs && return
  command -v apt-get >/dev/null || return 1
  local packages=(slurmctld slurmd slurm-client slurm-wlm-basic-plugins munge) policy=/usr/sbin/policy-rc.d own=0
  # Without this file a package starts its service, which is not wanted here.
  if [ ! -e "$policy" ]; then printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && own=1; fi
  local get=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120)
  "${get[@]}" install -y --no-install-recommends "${packages[@]}" >/dev/null 2>&1 ||
    { "${get[@]}" update >/dev/null 2>&1 && "${get[@]}" install -y --no-install-recommends "${packages[@]}" >/dev/null 2>&1; }
  [ "$own" = 0 ] || rm -f "$policy"
  slurm_has_programs
}

slurm_free_ports() { # slurm_free_ports FROM COUNT
  local from=$1 k
  for ((k = 0; k < $2; k++)); do
    if (exec 9<>"/dev/tcp/127.0.0.1/$((from + k))") 2>/dev/null; then from=$((from + k + 1)) k=-1; fi
  done
  echo "$from"
}

slurm_up() {
  local folder=$1 nodes=${NODES:-2} cpus=${CPUS:-4} bound=${BOUND:-0} task=none extra=SlurmdParameters=config_overrides k
  mkdir -p "$folder"/{munge,state,spool,log}
  chmod 755 "$folder"
  head -c 1024 /dev/urandom >"$folder/munge/key"
  chmod 600 "$folder/munge/key"
  chown -R munge:munge "$folder/munge"
  [ "$bound" = 0 ] || { task=affinity; extra=; }
  local controller node
  controller=$(slurm_free_ports $((20000 + RANDOM % 4000)) 1)
  node=$(slurm_free_ports $((25000 + RANDOM % 4000)) "$nodes")
  cat >"$folder/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=$controller
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$folder/munge/socket
StateSaveLocation=$folder/state
SlurmctldPidFile=$folder/controller.pid
SlurmctldLogFile=$folder/log/controller.log
SlurmdSpoolDir=$folder/spool/%n
SlurmdPidFile=$folder/%n.pid
SlurmdLogFile=$folder/log/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/$task
MpiDefault=none
SwitchType=switch/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
ReturnToService=2
SlurmdTimeout=8
KillWait=5
MinJobAge=600
MaxArraySize=${MAX_ARRAY:-1001}
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,sched_min_interval=0,bf_interval=1
$extra
NodeName=n[1-$nodes] NodeHostname=localhost NodeAddr=127.0.0.1 Port=[$node-$((node + nodes - 1))] CPUs=$cpus RealMemory=4000 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
PreemptType=preempt/partition_prio
PreemptMode=REQUEUE
PartitionName=urgent Nodes=ALL MaxTime=INFINITE State=UP PriorityTier=10
PartitionName=short Nodes=ALL MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF=$folder/slurm.conf
  setpriv --reuid=munge --regid=munge --clear-groups munged --key-file="$folder/munge/key" --socket="$folder/munge/socket" \
    --pid-file="$folder/munge/pid" --log-file="$folder/munge/log" --seed-file="$folder/munge/seed" || return 1
  slurmctld >/dev/null 2>&1 || return 1
  for ((k = 1; k <= nodes; k++)); do slurmd -N "n$k" >/dev/null 2>&1 || return 1; done
  for ((k = 0; k < 240; k++)); do
    [ "$(sinfo --noheader --Node --states=idle --format=%N 2>/dev/null | sort -u | grep -c .)" -ne "$nodes" ] || return 0
    sleep 0.25
  done
  return 1
}

slurm_environment_has() { grep -qzxF "$2" "/proc/$1/environ" 2>/dev/null; } # slurm_environment_has PID NAME=VALUE

slurm_lose() {
  local folder=$1 node=$2 p parent lost=()
  p=$(tr -dc 0-9 <"$folder/$node.pid")
  ! slurm_environment_has "$p" "SLURM_CONF=$folder/slurm.conf" || lost+=("$p")
  for p in /proc/[0-9]*; do
    p=${p#/proc/}
    if slurm_environment_has "$p" "SLURM_CONF=$folder/slurm.conf" && slurm_environment_has "$p" "SLURMD_NODENAME=$node"; then
      parent=$(awk '/^PPid:/ {print $2}' "/proc/$p/status" 2>/dev/null)
      grep -q '^slurmstepd' "/proc/$parent/comm" 2>/dev/null && lost+=("$parent")
      lost+=("$p")
    fi
  done
  [ ${#lost[@]} -eq 0 ] || kill -KILL "${lost[@]}" 2>/dev/null
}

slurm_back() { slurmd -N "$1" >/dev/null 2>&1; }

slurm_down() {
  local folder=$1 p k pids=()
  [ -s "$folder/slurm.conf" ] || return 0
  SLURM_CONF=$folder/slurm.conf timeout 10 scancel --user=root 2>/dev/null && sleep 1
  for p in /proc/[0-9]*; do
    p=${p#/proc/}
    if [ "$p" != "$$" ] && [ "$p" != "$BASHPID" ] && slurm_environment_has "$p" "SLURM_CONF=$folder/slurm.conf"; then
      { grep -qzE '^SLURM_JOB_ID=' "/proc/$p/environ" || grep -qE '^(slurm|munge)' "/proc/$p/comm"; } 2>/dev/null && pids+=("$p")
    fi
  done
  [ ${#pids[@]} -gt 0 ] || return 0
  kill -TERM "${pids[@]}" 2>/dev/null
  for ((k = 0; k < 40; k++)); do slurm_any_alive "${pids[@]}" || return 0; sleep 0.1; done
  kill -KILL "${pids[@]}" 2>/dev/null
  return 0
}

slurm_any_alive() { # a process that ended and that nobody waits for does not count
  local p
  for p in "$@"; do [ -r "/proc/$p/stat" ] && ! grep -q ') Z ' "/proc/$p/stat" 2>/dev/null && return 0; done
  return 1
}
